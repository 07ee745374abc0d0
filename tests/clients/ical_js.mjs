// What ical.js, the reader in Thunderbird and many web calendars, makes of a feed, in its strict mode: a line of JSON an
// event. node ical_js.mjs FEED, in a folder where ical.js is installed.
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const {default: ICAL} = await import(createRequire(path.resolve('here')).resolve('ical.js'));
ICAL.design.strict = true;
const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(fs.readFileSync(process.argv[2]));
for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  const of = name => String(component.getFirstPropertyValue(name));
  console.log(JSON.stringify({uid: event.uid, start: String(event.startDate), end: String(event.endDate),
                              comesToAnEnd: event.endDate.compare(event.startDate) > 0, summary: event.summary, status: of('status')}));
}
