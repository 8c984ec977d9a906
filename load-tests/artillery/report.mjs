// What came out of a run: lines for the terminal, and one page that needs nothing else.

const BY_ENDPOINT = 'plugins.metrics-by-endpoint.';
const WIDTH = 720;
const HEIGHT = 180;

/** The thresholds' lines that Artillery prints; it says "less" where its limit of errors is allowed to be reached. */
export function checksIn(output) {
  return [...output.matchAll(/^(ok|fail): (.+)$/gm)].map(([, word, check]) => ({
    ok: word === 'ok',
    check: check.replace('maxErrorRate < ', 'errors in percent <= '),
  }));
}

/** A row for each request of the scenario: how many answers by status, and their times in milliseconds. */
export function endpoints({ counters, summaries }) {
  const prefix = `${BY_ENDPOINT}response_time.`;
  return Object.keys(summaries)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .map((name) => ({ name, answers: answers(counters, name), ...summaries[prefix + name] }));
}

function answers(counters, name) {
  const prefix = `${BY_ENDPOINT}${name}.codes.`;
  return Object.entries(counters)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, count]) => `${count} × ${key.slice(prefix.length)}`)
    .join(', ');
}

function errors({ counters }) {
  return Object.entries(counters)
    .filter(([key]) => key.startsWith('errors.'))
    .map(([key, count]) => ({ name: key.slice('errors.'.length), count }));
}

/** @param data of Artillery, with what this runner adds as `warmpath` */
export function summary({ aggregate, warmpath }) {
  const rows = endpoints(aggregate).map(
    (row) => `${row.name.padEnd(20)}${[row.median, row.p95, row.p99, row.max].map((ms) => String(ms).padStart(9)).join('')}  ${row.answers}`,
  );
  return [
    `\n${'ms'.padEnd(20)}${['median', 'p95', 'p99', 'max'].map((name) => name.padStart(9)).join('')}  answers`,
    ...rows,
    ...errors(aggregate).map(({ name, count }) => `${count} × error: ${name}`),
    '',
    ...verdicts(warmpath).map(({ ok, check }) => `${ok ? 'ok  ' : 'FAIL'}  ${check}`),
    '',
  ].join('\n');
}

function verdicts({ checks, orders }) {
  return orders ? [...checks, { ok: orders.undecided === 0, check: `orders: ${counts(orders)}` }] : checks;
}

function counts(orders) {
  return Object.entries(orders)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

/** @param data of Artillery, with what this runner adds as `warmpath` */
export function html({ aggregate, intermediate, warmpath }) {
  const { scenario, environment, target } = warmpath;
  const periods = intermediate.filter(({ summaries }) => summaries['http.response_time']);
  const times = (name) => periods.map(({ summaries }) => summaries['http.response_time'][name]);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${text(scenario)}: load test</title>
<style>
body{font:15px/1.5 system-ui,sans-serif;max-width:760px;margin:2em auto;padding:0 1em;color:#222}
table{border-collapse:collapse;width:100%}td,th{padding:.3em .6em;border-bottom:1px solid #ddd;text-align:right}
td:first-child,th:first-child,td:last-child,th:last-child{text-align:left}
.ok{color:#176d2b}.fail{color:#b3261e;font-weight:bold}svg{width:100%;height:auto}
</style>
<h1>${text(scenario)}</h1>
<p>${text(environment)} thresholds, ${text(target)}, ${new Date(aggregate.firstMetricAt).toISOString()}</p>
<h2>Thresholds</h2>
<ul>${verdicts(warmpath).map(verdict).join('')}</ul>
<h2>Requests</h2>
<table><tr><th>request<th>median ms<th>p95<th>p99<th>max<th>answers</tr>
${endpoints(aggregate).map(row).join('\n')}
</table>
<ul>${errors(aggregate).map(({ name, count }) => `<li class="fail">${count} × ${text(name)}`).join('')}</ul>
<h2>Response times, ms, in periods of 10 s</h2>
${chart([
  { name: 'median', colour: '#1f77b4', values: times('median') },
  { name: 'p95', colour: '#ff7f0e', values: times('p95') },
  { name: 'p99', colour: '#d62728', values: times('p99') },
])}
<h2>Answers a second</h2>
${chart([{ name: 'answers', colour: '#2ca02c', values: periods.map((period) => period.rates['http.request_rate'] ?? 0) }])}
</html>
`;
}

function verdict({ ok, check }) {
  return `<li class="${ok ? 'ok' : 'fail'}">${ok ? 'holds' : 'missed'}: ${text(check)}`;
}

function row({ name, median, p95, p99, max, answers }) {
  return `<tr><td>${text(name)}<td>${median}<td>${p95}<td>${p99}<td>${max}<td>${text(answers)}</tr>`;
}

function chart(lines) {
  const highest = Math.max(1, ...lines.flatMap(({ values }) => values));
  const point = (value, index, { length }) =>
    `${Math.round((WIDTH * index) / Math.max(1, length - 1))},${Math.round(HEIGHT * (1 - value / highest))}`;
  const drawn = lines.map(
    ({ colour, values }) => `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${values.map(point).join(' ')}"/>`,
  );
  const legend = lines.map(({ name, colour }) => `<span style="color:${colour}">${name}</span>`).join(' · ');
  return `<svg viewBox="-2 -4 ${WIDTH + 4} ${HEIGHT + 8}" role="img"><path d="M0 0V${HEIGHT}H${WIDTH}" fill="none" stroke="#999"/>${drawn.join('')}</svg>
<p>${legend}; highest ${highest}</p>`;
}

function text(value) {
  return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
