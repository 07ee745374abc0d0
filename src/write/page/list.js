// The same events as a list: by month where the month is certain, then those whose date is not fixed or not given.

const UNFIXED = 'Date not fixed', UNDATED = 'No date given';

function groupOf(event) {
  if (event.shape === 'none') return UNDATED;
  if (event.shape === 'by' || event.shape === 'since') return UNFIXED;
  const isCertain = event.shape !== 'within' || monthName(event.from) === monthName(event.to);
  return isCertain ? monthName(event.from) : UNFIXED;
}

function makeRow(event) {
  const title = make('button', {type: 'button', class: 'title', 'data-uid': event.uid, dir: 'auto'}, event.title);
  const place = event.place && !event.title.includes(event.place) ? make('span', {class: 'place'}, bdi(event.place)) : null;
  const doubt = event.findings.length ? make('span', {class: 'flag'}, 'in doubt') : null;
  return make('li', {class: event.off ? 'off' : ''},
    make('span', {class: 'when'}, event.words),
    make('span', {class: 'what'}, glyph(stateOf(event), event.findings.length), make('span', {}, title, ' ', place)),
    make('span', {class: 'about'}, `${event.kind}, ${event.status}`, doubt));
}

function groups(events) {
  const found = grouped(events, groupOf);
  for (const last of [UNFIXED, UNDATED]) {
    const members = found.get(last);
    if (found.delete(last)) found.set(last, members);
  }
  return found;
}

const makeGroup = (name, count, ...content) =>
  make('section', {}, make('h2', {}, name, ' ', make('small', {}, String(count))), ...content);

// What is in doubt: of the events shown, and of none, since some sentences speak of no event in the calendar.
function findingsOf(events) {
  const ofShown = new Set(events.flatMap(event => event.findings));
  const ofAny = new Set(data.events.flatMap(event => event.findings));
  return data.findings.filter((finding, i) => ofShown.has(i) || !ofAny.has(i));
}

function drawList(events) {
  const findings = findingsOf(events);
  byId('list').replaceChildren(
    ...[...groups(events)].map(([name, members]) => makeGroup(name, members.length, make('ol', {}, ...members.map(makeRow)))),
    ...findings.length ? [makeGroup('Sources disagree', findings.length, ...findings.map(makeFinding))] : []);
}

