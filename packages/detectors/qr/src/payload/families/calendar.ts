// iCalendar: RFC 5545; codes often hold a VEVENT without the VCALENDAR around it.
import type { Family } from '../family.ts';
import { all, first } from '../read/fields.ts';
import { readLines } from '../read/lines.ts';
import { linksIn } from '../read/links.ts';

export const calendar: Family = {
  name: 'calendar',
  read({ text }) {
    if (!/^BEGIN:V(?:EVENT|CALENDAR)/i.test(text)) return null;
    const fields = readLines(text);
    return {
      kind: 'calendar',
      details: {
        title: first(fields, 'SUMMARY'),
        starts: first(fields, 'DTSTART'),
        ends: first(fields, 'DTEND'),
        place: first(fields, 'LOCATION'),
        text: first(fields, 'DESCRIPTION'),
        organiser: first(fields, 'ORGANIZER'),
      },
      links: linksIn(all(fields, 'URL', 'LOCATION', 'DESCRIPTION')),
    };
  },
};
