// The chart as it stands in the page, and what is looked up in it.
const data = JSON.parse(document.getElementById('schedule').textContent);
const [ID, LANE, START, FINISH, SLACK, BEFORE, WHY, CRITICAL, NEEDS, END] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const [ends, marks] = [['Done', 'Failed', 'Interrupted'], ['', '✗ ', '■ ']];
const tasks = data.tasks;
const span = data.makespan > 0 ? data.makespan : 1;
const lanes = data.lanes.map(([agent, slot]) => ({ agent, slot, tasks: [] }));
const dependants = tasks.map(() => []);
tasks.forEach((task, i) => {
  lanes[task[LANE]].tasks.push(i);
  for (const need of task[NEEDS]) dependants[need].push(i);
});

/** "12.5 s", "15 min 27 s", "16 h 45 min", "3 d 4 h". */
function duration(seconds) {
  const pair = (large, largeUnit, small, smallUnit) => {
    const all = Math.round(seconds / small);
    const whole = Math.floor(all / (large / small));
    const rest = all % (large / small);
    return rest === 0 ? `${whole} ${largeUnit}` : `${whole} ${largeUnit} ${rest} ${smallUnit}`;
  };
  if (seconds < 120) return `${+seconds.toFixed(2)} s`;
  if (seconds < 7200) return pair(60, 'min', 1, 's');
  if (seconds < 172800) return pair(3600, 'h', 60, 'min');
  if (seconds < 1e9) return pair(86400, 'd', 3600, 'h');
  return `${seconds.toExponential(3)} s`;
}

/** The distance of round moments: at least so many seconds. */
function stepFor(least) {
  const steps = [10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 345600, 604800, 1209600];
  if (least > 10 && least <= 1209600) return steps.find(step => step >= least);
  const unit = least > 1209600 ? 86400 : 1;
  const power = 10 ** Math.floor(Math.log10(least / unit));
  return [1, 2, 5, 10].find(nice => nice * power * unit >= least * (1 - 1e-9)) * power * unit;
}

/** The label of a moment, by the distance of the moments beside it. */
function momentText(seconds, step) {
  if (seconds === 0) return '0';
  const [unit, name] = step >= 86400 ? [86400, 'd'] : step >= 3600 ? [3600, 'h'] : step >= 60 ? [60, 'min'] : [1, 's'];
  return `${+(seconds / unit).toFixed(step < 1 ? 6 : 2)} ${name}`;
}

/** The first task of a lane that ends after a moment. */
function firstAfter(lane, time) {
  let low = 0, high = lane.tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tasks[lane.tasks[middle]][FINISH] < time) low = middle + 1; else high = middle;
  }
  return low;
}

/** The task of a lane that is nearest to a moment; -1 for none within so many seconds. */
function nearest(lane, time, within) {
  let best = -1, distance = within;
  for (let i = Math.max(0, firstAfter(lane, time) - 1), last = i + 3; i < last && i < lane.tasks.length; i++) {
    const task = tasks[lane.tasks[i]];
    const away = time < task[START] ? task[START] - time : time > task[FINISH] ? time - task[FINISH] : 0;
    if (away <= distance && (best < 0 || away < distance)) [best, distance] = [lane.tasks[i], away];
  }
  return best;
}

/** How many tasks run, as an average, in each of so many parts of the schedule. */
function runningTasks(parts) {
  const running = new Float64Array(parts), full = new Float64Array(parts + 1), part = span / parts;
  for (const task of tasks) {
    const first = Math.min(parts - 1, Math.floor(task[START] / part));
    const last = Math.min(parts - 1, Math.floor(task[FINISH] / part));
    if (first === last) { running[first] += (task[FINISH] - task[START]) / part; continue; }
    running[first] += first + 1 - task[START] / part;
    running[last] += task[FINISH] / part - last;
    full[first + 1]++;
    full[last]--;
  }
  for (let i = 0, sum = 0; i < parts; i++) running[i] += sum += full[i];
  return running;
}

/** What is said of a task, line by line: its place, its time, its slack or end, and why. */
function linesOf(index) {
  const task = tasks[index], lane = lanes[task[LANE]], hasHappened = task[SLACK] === null;
  const when = task[BEFORE] >= 0 ? `It starts when “${tasks[task[BEFORE]][ID]}” ends.` : task[START] > 0 ? 'It starts when its slot is free.' : 'It starts at once.';
  return {
    place: `${data.agents[lane.agent].name}, slot ${lane.slot}`,
    time: `${duration(task[START])} to ${duration(task[FINISH])}, ${hasHappened ? 'took' : 'takes'} ${duration(task[FINISH] - task[START])}`,
    slack: hasHappened ? ends[task[END] ?? 0] + (task[CRITICAL] ? '; the end waited for it' : '') : task[CRITICAL] ? 'On the critical path' : task[SLACK] > 0 ? `Slack ${duration(task[SLACK])}` : 'Critical: no slack',
    why: hasHappened ? data.why[task[WHY]] : `${when} ${data.why[task[WHY]]}`,
  };
}
