// Draws what is in view: lanes, bars, the critical path, arrows of the chosen task, axis, and the overview below.
const frame = document.getElementById('frame');
const chart = document.getElementById('chart');
const overview = document.getElementById('overview');
const filler = document.getElementById('filler');
const axisHeight = 28;
const view = { left: 0, scale: 1, width: 0, height: 0, gutter: 0, chosen: -1, hovered: -1 };
const colors = {};
let running = new Float64Array(1), rowHeight = 28, isQueued = false;

const xOf = time => view.gutter + (time - view.left) * view.scale;
const timeAt = x => view.left + (x - view.gutter) / view.scale;
const yOf = lane => axisHeight + lane * rowHeight - frame.scrollTop;
const fitScale = () => (view.width - view.gutter - 14) / span;

function readColors() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['ground', 'paper', 'band', 'ink', 'quiet', 'line', 'critical', 'link', 'bad']) colors[name] = style.getPropertyValue('--' + name).trim();
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  colors.agents = data.agents.map(agent => ({
    fill: isDark ? mix(agent.border, colors.paper, 0.72) : agent.fill,
    border: isDark ? mix(agent.border, '#ffffff', 0.75) : agent.border,
    text: isDark ? '#f2f5f9' : '#14181f',
  }));
}

function mix(one, other, share) {
  const parts = color => [1, 3, 5].map(at => parseInt((color.length === 4 ? color.replace(/[^#]/g, '$&$&') : color).slice(at, at + 2), 16));
  const [a, b] = [parts(one), parts(other)];
  return `rgb(${a.map((value, i) => Math.round(value * share + b[i] * (1 - share))).join(' ')})`;
}

function prepare(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return pen;
}

function layOut() {
  const wasFitted = view.width === 0 || Math.abs(view.scale - fitScale()) < 1e-9 * view.scale;
  const most = Math.max(200, Math.round(window.innerHeight * 0.7));
  const fitting = Math.floor((most - axisHeight - 6) / Math.max(1, lanes.length));
  rowHeight = fitting >= 20 ? Math.min(28, fitting) : lanes.length <= 200 ? 22 : 16;
  const total = axisHeight + lanes.length * rowHeight + 6;
  view.height = Math.min(total, most);
  frame.style.height = `${view.height}px`;
  filler.style.height = `${total - view.height}px`;
  view.width = frame.clientWidth;
  const pen = chart.getContext('2d');
  pen.font = '600 12px system-ui, sans-serif';
  const widest = data.agents.reduce((width, agent) => Math.max(width, pen.measureText(agent.name).width), 0);
  view.gutter = Math.round(Math.min(Math.max(widest + 44, 100), Math.max(70, view.width * 0.3)));
  if (wasFitted) [view.left, view.scale] = [0, fitScale()];
  running = runningTasks(Math.max(50, Math.round(view.width)));
  queue();
}

function queue() {
  if (isQueued) return;
  isQueued = true;
  requestAnimationFrame(() => { isQueued = false; draw(); drawOverview(); });
}

function draw() {
  const pen = prepare(chart, view.width, view.height);
  pen.fillStyle = colors.paper;
  pen.fillRect(0, 0, view.width, view.height);
  const first = Math.max(0, Math.floor(frame.scrollTop / rowHeight));
  const last = Math.min(lanes.length - 1, Math.floor((frame.scrollTop + view.height - axisHeight) / rowHeight));
  const step = stepFor(Math.max(90 / view.scale, 1e-9));
  drawGround(pen, first, last, step);
  pen.save();
  pen.beginPath();
  pen.rect(view.gutter, axisHeight, view.width - view.gutter, view.height - axisHeight);
  pen.clip();
  for (let lane = first; lane <= last; lane++) drawLane(pen, lane);
  drawCriticalSteps(pen);
  const shown = view.hovered >= 0 ? view.hovered : view.chosen;
  if (shown >= 0) drawArrows(pen, shown);
  pen.restore();
  drawNames(pen, first, last);
  drawAxis(pen, step);
}

function drawGround(pen, first, last, step) {
  for (let lane = first; lane <= last; lane++) {
    if (lanes[lane].agent % 2 === 0) continue;
    pen.fillStyle = colors.band;
    pen.fillRect(0, yOf(lane), view.width, rowHeight);
  }
  pen.fillStyle = colors.line;
  for (let i = Math.ceil(view.left / step); xOf(i * step) <= view.width; i++) pen.fillRect(Math.round(xOf(i * step)), axisHeight, 1, view.height);
  if (data.mark < data.makespan) {
    pen.fillStyle = colors.link;
    for (let y = axisHeight, x = Math.round(xOf(data.mark)); y < view.height; y += 8) pen.fillRect(x, y, 1, 4);
  }
}

function drawLane(pen, number) {
  const lane = lanes[number], look = colors.agents[lane.agent], top = yOf(number) + 3, height = rowHeight - 6;
  let covered = -1;
  for (let i = firstAfter(lane, view.left); i < lane.tasks.length; i++) {
    const index = lane.tasks[i], task = tasks[index], from = xOf(task[START]), to = xOf(task[FINISH]);
    if (from > view.width) break;
    if (to < covered && !task[CRITICAL] && !task[END] && index !== view.chosen) continue; // another bar hides it
    const width = Math.max(1, to - from - (to - from > 3 ? 1 : 0));
    covered = Math.floor(from) + 1;
    pen.fillStyle = width < 3 ? task[END] === 1 ? colors.bad : task[CRITICAL] ? colors.critical : look.border : look.fill;
    pen.fillRect(from, top, width, height);
    if (task[END]) drawHatch(pen, task[END] === 1 ? colors.bad : colors.quiet, from, top, width, height);
    if (width >= 3) drawEdge(pen, task, index, look, from, top, width, height);
    if (width >= 26 && rowHeight > 16) drawLabel(pen, marks[task[END] ?? 0] + task[ID], look, Math.max(from, view.gutter), top, Math.min(from + width, view.width), height);
  }
}

/** What did not end well is to be seen without its color. */
function drawHatch(pen, color, from, top, width, height) {
  pen.save();
  pen.beginPath();
  pen.rect(from, top, width, height);
  pen.clip();
  pen.strokeStyle = color;
  pen.globalAlpha = 0.4;
  pen.lineWidth = 1.5;
  pen.beginPath();
  const end = Math.min(from + width, view.width);
  for (let x = Math.max(from - height, view.gutter - height - (view.gutter - from) % 6); x < end; x += 6) {
    pen.moveTo(x, top + height);
    pen.lineTo(x + height, top);
  }
  pen.stroke();
  pen.restore();
}

function drawEdge(pen, task, index, look, from, top, width, height) {
  const isShown = index === view.chosen || index === view.hovered;
  pen.strokeStyle = isShown ? colors.ink : task[END] === 1 ? colors.bad : task[CRITICAL] ? colors.critical : look.border;
  pen.lineWidth = isShown || task[CRITICAL] ? 2 : 1;
  const inset = pen.lineWidth / 2;
  pen.strokeRect(from + inset, top + inset, Math.max(0, width - 2 * inset), height - 2 * inset);
}

function drawLabel(pen, id, look, from, top, to, height) {
  const room = to - from - 10;
  if (room < 16) return;
  pen.font = '11px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  const text = cut(pen, id.slice(0, Math.ceil(room / 2)), room); // no letter is narrower
  if (text.length < 3 && text !== id) return;
  pen.fillStyle = look.text;
  pen.fillText(text, from + 5, top + height / 2 + 0.5);
}
