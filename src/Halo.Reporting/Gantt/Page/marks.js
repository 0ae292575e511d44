/** Where the critical path goes on: a line from lane to lane. */
function drawCriticalSteps(pen) {
  pen.strokeStyle = colors.critical;
  pen.lineWidth = 2;
  pen.beginPath();
  for (let i = 1; i < data.path.length; i++) {
    const [one, next] = [tasks[data.path[i - 1]], tasks[data.path[i]]], x = xOf(next[START]);
    if (one[LANE] === next[LANE] || x < view.gutter - 2 || x > view.width + 2) continue;
    const down = next[LANE] > one[LANE];
    pen.moveTo(x, yOf(one[LANE]) + (down ? rowHeight - 3 : 3));
    pen.lineTo(x, yOf(next[LANE]) + (down ? 3 : rowHeight - 3));
  }
  pen.stroke();
}

/** From what a task needs, and to what needs it. */
function drawArrows(pen, index) {
  const curve = (from, to) => {
    const [x0, y0] = [xOf(tasks[from][FINISH]), yOf(tasks[from][LANE]) + rowHeight / 2];
    const [x1, y1] = [xOf(tasks[to][START]), yOf(tasks[to][LANE]) + rowHeight / 2];
    const bend = Math.max(14, Math.min(60, (x1 - x0) / 2));
    pen.moveTo(x0, y0);
    pen.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
    pen.moveTo(x1 - 5, y1 - 3);
    pen.lineTo(x1, y1);
    pen.lineTo(x1 - 5, y1 + 3);
  };
  pen.strokeStyle = colors.link;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const need of tasks[index][NEEDS].slice(0, 200)) curve(need, index);
  for (const next of dependants[index].slice(0, 200)) curve(index, next);
  pen.stroke();
}

function drawNames(pen, first, last) {
  pen.fillStyle = colors.paper;
  pen.fillRect(0, axisHeight, view.gutter, view.height);
  pen.textBaseline = 'middle';
  for (let lane = first; lane <= last; lane++) {
    const { agent, slot } = lanes[lane], y = yOf(lane);
    if (agent % 2) {
      pen.fillStyle = colors.band;
      pen.fillRect(0, y, view.gutter, rowHeight);
    }
    const isFirst = lane === first || lanes[lane - 1].agent !== agent;
    pen.fillStyle = colors.agents[agent].border;
    pen.fillRect(0, y, 4, rowHeight);
    if (isFirst) {
      pen.fillStyle = colors.ink;
      pen.font = `600 ${rowHeight > 16 ? 12 : 11}px system-ui, sans-serif`;
      pen.fillText(cut(pen, data.agents[agent].name, view.gutter - 40), 11, y + rowHeight / 2 + 0.5);
    }
    pen.fillStyle = colors.quiet;
    pen.font = '11px system-ui, sans-serif';
    pen.textAlign = 'right';
    pen.fillText(slot, view.gutter - 8, y + rowHeight / 2 + 0.5);
    pen.textAlign = 'left';
  }
  pen.fillStyle = colors.line;
  pen.fillRect(view.gutter - 1, 0, 1, view.height);
}

function cut(pen, text, room) {
  if (pen.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && pen.measureText(text.slice(0, end) + '…').width > room) end--;
  return text.slice(0, end) + '…';
}

function drawAxis(pen, step) {
  pen.fillStyle = colors.paper;
  pen.fillRect(0, 0, view.width, axisHeight);
  pen.fillStyle = colors.line;
  pen.fillRect(0, axisHeight - 1, view.width, 1);
  pen.font = '11px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  pen.fillStyle = colors.quiet;
  for (let i = Math.ceil(view.left / step - 1e-9); xOf(i * step) <= view.width; i++) {
    const [x, text] = [xOf(i * step), momentText(i * step, step)];
    pen.fillRect(Math.round(x), axisHeight - 6, 1, 6);
    if (x + pen.measureText(text).width + 4 <= view.width) pen.fillText(text, x + 4, axisHeight / 2);
  }
  pen.fillStyle = colors.paper;
  pen.fillRect(0, 0, view.gutter - 1, axisHeight - 1);
}

/** How many tasks run over the whole time, and which part of it is in view. */
function drawOverview() {
  const height = 46, pen = prepare(overview, view.width, height);
  const [left, width] = [view.gutter, view.width - view.gutter - 14];
  const most = running.reduce((a, b) => Math.max(a, b), 1e-9);
  pen.fillStyle = colors.paper;
  pen.fillRect(0, 0, view.width, height);
  pen.fillStyle = colors.quiet;
  pen.font = '11px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  pen.fillText(cut(pen, 'running tasks', view.gutter - 14), 11, height / 2);
  pen.fillStyle = colors.line;
  pen.beginPath();
  pen.moveTo(left, height);
  running.forEach((value, i) => pen.lineTo(left + (i + 0.5) / running.length * width, height - 3 - value / most * (height - 10)));
  pen.lineTo(left + width, height);
  pen.fill();
  const from = left + Math.max(0, view.left / span) * width;
  const to = left + Math.min(1, timeAt(view.width) / span) * width;
  pen.strokeStyle = colors.link;
  pen.lineWidth = 2;
  pen.strokeRect(from + 1, 2, Math.max(4, to - from - 2), height - 4);
}
