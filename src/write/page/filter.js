// Which events are shown: by actor, kind, status, doubt and words.

const STATUSES = ['proposed', 'scheduled', 'held', 'postponed', 'cancelled'];
const filter = {statuses: new Set(), doubt: false};

// A state or an organisation stands for all who act for it, by its code.
function actorKeys(event) {
  const keys = new Map();
  for (const actor of event.actors) {
    if (actor.is_person || !actor.code) keys.set(`name:${actor.name}`, actor);
    if (actor.code) keys.set(`code:${actor.code}`, actor);
  }
  return keys;
}

function prepareFilters(events) {
  for (const event of events) {
    event.keys = actorKeys(event);
    const sentences = event.claims.map(i => data.claims[i].text.join(''));
    event.searched = [event.title, event.place, event.words, ...event.actors.map(a => a.name), ...sentences].join('\n').toLowerCase();
  }
}

function isShown(event) {
  const find = byId('find').value.trim().toLowerCase(), actor = byId('actor').value, kind = byId('kind').value;
  return (!actor || event.keys.has(actor)) && (!kind || event.kind === kind) &&
    (!filter.statuses.size || filter.statuses.has(event.status)) && (!filter.doubt || event.findings.length > 0) &&
    find.split(/\s+/).every(word => event.searched.includes(word));
}

function tally(keysOf) {
  const counts = new Map();
  for (const event of data.events) for (const key of keysOf(event)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const makeOption = (value, name, count) => make('option', {value}, `${name} (${count})`);
const byName = (a, b) => a.name.localeCompare(b.name, 'en');

function fillActors() {
  const names = new Map();
  for (const event of data.events)
    for (const [key, actor] of event.keys)
      if (!names.has(key) || !actor.is_person) names.set(key, key.startsWith('code:') && actor.is_person ? actor.code : actor.name);
  const counts = tally(event => event.keys.keys());
  const all = [...names].map(([value, name]) => ({value, name, count: counts.get(value)})).sort(byName);
  const isBody = item => item.value.startsWith('code:');
  const group = (label, items) => items.length ? make('optgroup', {label}, ...items.map(i => makeOption(i.value, i.name, i.count))) : null;
  byId('actor').append(...[group('States and organisations', all.filter(isBody)),
    group('Persons and others', all.filter(item => !isBody(item)))].filter(Boolean));
}

function fillKinds() {
  for (const [kind, count] of [...tally(event => [event.kind])].sort()) byId('kind').append(makeOption(kind, kind, count));
}

function addToggle(name, mark, count, toggle) {
  if (!count) return;
  const number = make('small', {}, String(count));
  const button = make('button', {type: 'button', class: 'toggle', 'aria-pressed': 'false'}, mark, name, ' ', number);
  button.addEventListener('click', () => {
    const isOn = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isOn));
    toggle(isOn);
    applyFilters();
  });
  byId('statuses').append(button);
}

function fillStatuses() {
  const counts = tally(event => [event.status]);
  for (const status of STATUSES)
    addToggle(status, glyph(status), counts.get(status), isOn => filter.statuses[isOn ? 'add' : 'delete'](status));
  addToggle('in doubt', glyph('doubtful', true), data.events.filter(e => e.findings.length).length, isOn => { filter.doubt = isOn; });
}

function clearFilters() {
  byId('filters').reset();
  filter.statuses.clear();
  filter.doubt = false;
  for (const toggle of document.querySelectorAll('.toggle')) toggle.setAttribute('aria-pressed', 'false');
  applyFilters();
}

