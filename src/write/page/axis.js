// Days, as numbers since 1 January 1970, and the calendar that is drawn above them.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

function dayOf(year, month, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / 864e5;
}

const dateOf = day => new Date(day * 864e5);
const yearOf = day => dateOf(day).getUTCFullYear();
const monthOf = day => dateOf(day).getUTCMonth();
const yearName = day => String(yearOf(day));
const monthName = day => `${MONTHS[monthOf(day)]} ${yearName(day)}`;

// The day that it is where the page is read. The file itself knows no clock.
function today() {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth(), now.getDate());
}

const days = {start: day => day, next: day => day + 1};
const weeks = {start: day => day - ((day + 3) % 7 + 7) % 7, next: day => day + 7};  // from Monday
const months = count => ({
  start: day => {
    const month = yearOf(day) * 12 + monthOf(day);
    return dayOf(0, Math.floor(month / count) * count);
  },
  next: day => dayOf(yearOf(day), monthOf(day) + count),
});

const decadeName = day => `${yearOf(day)}s`;
const dayName = day => String(dateOf(day).getUTCDate());
const shortMonth = day => MONTHS[monthOf(day)].slice(0, 3);
const quarterName = day => `Q${1 + monthOf(day) / 3}`;
const noName = () => '';

// What stands in the two lines of the axis, from this many pixels a day on.
const LEVELS = [
  {from: 22, lower: days, lowerName: dayName, upper: months(1), upperName: monthName},
  {from: 5, lower: weeks, lowerName: dayName, upper: months(1), upperName: monthName},
  {from: 1.1, lower: months(1), lowerName: shortMonth, upper: months(12), upperName: yearName},
  {from: 0.36, lower: months(3), lowerName: quarterName, upper: months(12), upperName: yearName},
  {from: 0.11, lower: months(12), lowerName: yearName, upper: months(120), upperName: decadeName},
  {from: 0.012, lower: months(120), lowerName: decadeName, upper: months(1200), upperName: noName},
  {from: 0, lower: months(1200), lowerName: yearName, upper: months(12000), upperName: noName},
];

// Calls back with each unit that touches [first, last).
function eachUnit(unit, first, last, callback) {
  for (let day = unit.start(first); day < last; day = unit.next(day)) callback(day, unit.next(day));
}

// Draws the axis for the days [first, last) in view alone: a century has too many.
function drawAxis(axis, grid, scale, first, last) {
  const level = LEVELS.find(l => scale.perDay >= l.from);
  const labels = [], lines = [];
  const add = (unit, name, line) => eachUnit(unit, first, last, (day, next) => {
    const label = make('span', {class: line}, make('b', {}, name(day)));
    label.style.left = `${scale.x(day)}px`;
    label.style.width = `${scale.x(Math.min(next, last)) - scale.x(day)}px`;
    labels.push(label);
    const rule = make('i', {class: line});
    rule.style.left = `${scale.x(day)}px`;
    lines.push(rule);
  });
  add(level.upper, level.upperName, 'upper');
  add(level.lower, level.lowerName, 'lower');
  const now = today();
  if (now >= first && now <= last) {
    const rule = make('i', {class: 'now'}), label = make('span', {class: 'now'}, 'Today');
    rule.style.left = label.style.left = `${scale.x(now + 0.5)}px`;
    lines.push(rule);
    labels.push(label);
  }
  axis.replaceChildren(...labels);
  grid.replaceChildren(...lines);
}

