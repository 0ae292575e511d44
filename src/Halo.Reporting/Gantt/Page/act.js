// Zoom, pan, keys, search, and the card that tells of a task.
const tip = document.getElementById('tip');
const maxScale = () => Math.max(fitScale() * 4, 60 / tasks.reduce((least, task) => task[FINISH] > task[START] ? Math.min(least, task[FINISH] - task[START]) : least, span));

function moveTo(left, scale) {
  view.scale = Math.min(Math.max(scale, fitScale()), maxScale());
  view.left = Math.min(Math.max(0, left), Math.max(0, span - (view.width - view.gutter - 14) / view.scale));
  queue();
}

function zoom(factor, x = (view.gutter + view.width) / 2) {
  const time = timeAt(x), scale = Math.min(Math.max(view.scale * factor, fitScale()), maxScale());
  moveTo(time - (x - view.gutter) / scale, scale);
}

function taskAt(x, y) {
  const lane = Math.floor((y - axisHeight + frame.scrollTop) / rowHeight);
  return x < view.gutter || y < axisHeight || lane < 0 || lane >= lanes.length ? -1 : nearest(lanes[lane], timeAt(x), 3 / view.scale);
}

function say(index, x, y) {
  tip.hidden = index < 0;
  if (index < 0) return;
  const lines = linesOf(index);
  const line = (kind, text) => Object.assign(document.createElement('p'), { className: kind, textContent: text });
  const slack = line(tasks[index][CRITICAL] || tasks[index][END] ? 'critical' : 'quiet', lines.slack);
  tip.replaceChildren(Object.assign(document.createElement('b'), { textContent: tasks[index][ID] }), line('quiet', lines.place), line('', lines.time), slack, line('quiet', lines.why));
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(x + 14, window.innerWidth - box.width - 8))}px`;
  tip.style.top = `${y + 18 + box.height > window.innerHeight ? Math.max(8, y - box.height - 12) : y + 18}px`;
}

/** Chooses a task, brings it into view and tells of it. */
function choose(index, isCentred) {
  if (index < 0 || index >= tasks.length) return;
  const task = tasks[index], shown = (view.width - view.gutter) / view.scale;
  view.chosen = index;
  view.hovered = -1;
  if (isCentred || task[START] < view.left || task[FINISH] > view.left + shown) moveTo((task[START] + task[FINISH] - shown) / 2, view.scale);
  const top = task[LANE] * rowHeight;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (top + rowHeight + axisHeight + 6 > frame.scrollTop + view.height) frame.scrollTop = top + rowHeight + axisHeight + 6 - view.height;
  if (isCentred) frame.scrollIntoView({ block: 'nearest' });
  const box = chart.getBoundingClientRect();
  say(index, box.left + Math.max(view.gutter, Math.min(xOf(task[START]), view.width - 40)), box.top + yOf(task[LANE]) + rowHeight - 10);
  queue();
}

function step(key) {
  if (view.chosen < 0) return choose(data.path.length ? data.path[0] : 0);
  const task = tasks[view.chosen], own = lanes[task[LANE]].tasks, at = own.indexOf(view.chosen);
  if (key === 'ArrowRight' || key === 'ArrowLeft') return choose(own[at + (key === 'ArrowRight' ? 1 : -1)] ?? view.chosen);
  const beside = lanes[task[LANE] + (key === 'ArrowDown' ? 1 : -1)];
  if (beside) choose(nearest(beside, (task[START] + task[FINISH]) / 2, Infinity));
}

function nextCritical() {
  const at = data.path.indexOf(view.chosen);
  choose(data.path[(at + 1) % data.path.length], true);
}

const keys = {
  ArrowLeft: step, ArrowRight: step, ArrowUp: step, ArrowDown: step,
  '+': () => zoom(1.5), '=': () => zoom(1.5), '-': () => zoom(1 / 1.5), 0: () => moveTo(0, 0),
  c: nextCritical, Home: () => choose(0, true), End: () => choose(tasks.length - 1, true),
  Escape: () => { view.chosen = -1; say(-1); queue(); },
};
frame.addEventListener('keydown', event => {
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey || tasks.length === 0) return;
  event.preventDefault();
  act(event.key);
});

let drag = null;
frame.addEventListener('pointerdown', event => {
  if (event.button !== 0 || event.offsetX >= frame.clientWidth) return;
  drag = { x: event.clientX, left: view.left, moved: false };
});
window.addEventListener('pointermove', event => {
  if (!drag) return;
  drag.moved ||= Math.abs(event.clientX - drag.x) > 3;
  frame.classList.toggle('drags', drag.moved);
  if (drag.moved) moveTo(drag.left - (event.clientX - drag.x) / view.scale, view.scale);
});
for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, event => {
  if (!drag) return;
  const { moved } = drag;
  drag = null;
  frame.classList.remove('drags');
  if (moved || end === 'pointercancel' || event.target !== chart) return;
  const index = taskAt(event.offsetX, event.offsetY);
  if (index < 0) return keys.Escape();
  view.chosen = index;
  say(index, event.clientX, event.clientY);
  queue();
});
chart.addEventListener('pointermove', event => {
  const index = drag?.moved ? -1 : taskAt(event.offsetX, event.offsetY);
  if (index !== view.hovered) queue();
  view.hovered = index;
  say(index, event.clientX, event.clientY);
});
chart.addEventListener('pointerleave', () => { view.hovered = -1; say(-1); queue(); });
chart.addEventListener('dblclick', event => zoom(2, event.offsetX));
frame.addEventListener('wheel', event => {
  if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 200), event.offsetX);
  else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) moveTo(view.left + (event.deltaX || event.deltaY) / view.scale, view.scale);
  else return;
  event.preventDefault();
}, { passive: false });
frame.addEventListener('scroll', queue);
frame.addEventListener('blur', () => say(-1));

function look(event) {
  const time = (event.offsetX - view.gutter) / (view.width - view.gutter - 14) * span;
  moveTo(time - (view.width - view.gutter) / view.scale / 2, view.scale);
}
overview.addEventListener('pointerdown', event => { overview.setPointerCapture(event.pointerId); look(event); });
overview.addEventListener('pointermove', event => { if (event.buttons & 1) look(event); });

const find = document.getElementById('find'), found = document.getElementById('found');
let seen = -1;
find.addEventListener('input', () => { seen = -1; found.textContent = ''; });
document.getElementById('search').addEventListener('submit', event => {
  event.preventDefault();
  const wanted = find.value.trim().toLowerCase();
  const hits = wanted ? tasks.flatMap((task, i) => task[ID].toLowerCase().includes(wanted) ? [i] : []) : [];
  seen = hits.length ? (seen + 1) % hits.length : -1;
  found.textContent = hits.length ? `${seen + 1} of ${hits.length}` : wanted ? 'none' : '';
  if (hits.length) choose(hits[seen], true);
});
for (const [id, act] of [['closer', () => zoom(1.5)], ['farther', () => zoom(1 / 1.5)], ['whole', () => moveTo(0, 0)], ['critical', nextCritical]]) {
  document.getElementById(id).addEventListener('click', () => { if (tasks.length) act(); });
}
document.getElementById('path')?.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button) choose(data.path[+button.dataset.step], true);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColors(); queue(); });
readColors();
// A frame later, because it sets the height of what is observed.
new ResizeObserver(() => requestAnimationFrame(layOut)).observe(frame);
window.addEventListener('resize', layOut);
