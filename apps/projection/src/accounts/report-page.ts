import type { Localized } from '@palabre/contracts';
import type { PublicReport } from './public-report.js';
import { reportWords, type ReportWord } from './report-words.js';

type Values = Readonly<Record<string, string | number>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => escapes[mark] ?? mark);

const table = (caption: string, headings: readonly [string, string], rows: readonly (readonly [string, number])[]): string =>
  `<table><caption>${escaped(caption)}</caption><thead><tr>${headings.map(one => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${value}</td></tr>`)
    .join('')}</tbody></table>`;

const list = (items: readonly string[]): string => (items.length === 0 ? '' : `<ul>${items.map(one => `<li>${one}</li>`).join('')}</ul>`);

/** The sections of the page; one without content is left out. */
function sections(
  report: PublicReport,
  say: (word: ReportWord, values?: Values) => string,
  score: (hundredths: number) => string,
): string[] {
  const heading = (word: ReportWord): string => `<h2>${escaped(say(word))}</h2>`;
  const paragraph = (word: ReportWord, values: Values): string => `<p>${escaped(say(word, values))}</p>`;
  const section = (word: ReportWord, ...content: readonly string[]): string =>
    content.join('') === '' ? '' : `<section>${heading(word)}${content.join('')}</section>`;
  const { partnerships, reviews, survey, teams, improvements } = report;
  const scored = (name: string, of: PublicReport['reviews']['results']): string =>
    of === null ? '' : 'withheld' in of ? paragraph('tooFew', { name }) : paragraph('score', { name, mean: score(of.mean) });
  const surveyed = (): string => {
    if (survey?.score == null) return '';
    const { mean, top, gap, spread, openActions } = survey.score;
    const values = { mean: score(mean), top: top / 100, gap: score(gap), responses: survey.responses, actions: openActions.length };
    const rows = spread === 'not-stated' ? [] : Object.entries(spread).toSorted(([one], [other]) => Number(one) - Number(other));
    return `${paragraph('surveyScore', { ...values, title: survey.title, month: survey.month ?? '' })}${
      rows.length === 0 ? '' : table(say('spread'), [say('scoreColumn'), say('count')], rows)
    }`;
  };
  const byType = partnerships.byType.map(({ type, count }) => [type, count] as const);
  return [
    section('partnerships', table(say('byType', { count: partnerships.count }), [say('type'), say('count')], byType)),
    section(
      'partners',
      list(report.named.map(({ name, work }) => `<strong>${escaped(name)}</strong>${work === null ? '' : ` · ${escaped(work)}`}`)),
      report.unnamed === 0 ? '' : paragraph('unnamed', { count: report.unnamed }),
    ),
    section(
      'reviews',
      paragraph('held', { held: reviews.held, of: reviews.of }),
      scored(say('results'), reviews.results),
      scored(say('process'), reviews.process),
    ),
    section('survey', surveyed()),
    section(
      'practice',
      paragraph('teams', teams),
      report.transferDays === null ? '' : paragraph('transfers', { days: report.transferDays }),
      paragraph('improvements', improvements),
    ),
    section('lighter', list(report.simplifications.map(escaped))),
    section(
      'victories',
      list(report.victories.map(({ on, words }) => `<time datetime="${escaped(on)}">${escaped(on)}</time> ${escaped(words)}`)),
      report.victoriesWithheld === 0 ? '' : paragraph('withheld', { count: report.victoriesWithheld }),
    ),
    section('citations', list(report.citations.map(words => `<blockquote>${escaped(words)}</blockquote>`))),
  ];
}

/** The public report as a page that needs nothing beside itself: headings in order, tables with captions, no script, no picture. */
export function reportPage(report: PublicReport, language: keyof Localized): string {
  const say = (word: ReportWord, values: Values = {}): string =>
    reportWords[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const title = escaped(say('title', { year: report.year }));
  const style =
    'body{font:1.05rem/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:left}';
  const body = sections(report, say, hundredths => number.format(hundredths / 100)).join('');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>`,
    report.rehearsal ? `<p><strong>${escaped(say('rehearsal'))}</strong></p>` : '',
    body,
    `<p>${escaped(say('computed'))}</p></main></body></html>`,
  ].join('');
}
