import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checksIn, endpoints, html, summary } from '../report.mjs';

const times = { median: 10, p95: 20, p99: 30, max: 40 };
const aggregate = {
  firstMetricAt: 0,
  counters: { 'plugins.metrics-by-endpoint.GetUser.codes.200': 5, 'errors.<timeout>': 2 },
  summaries: { 'plugins.metrics-by-endpoint.response_time.GetUser': times },
};
const intermediate = [{ summaries: { 'http.response_time': times }, rates: { 'http.request_rate': 3 } }];
const orders = { accepted: 4, CONFIRMED: 3, undecided: 1 };
const warmpath = { scenario: 'browse', environment: 'local', target: 'http://127.0.0.1:1', checks: [{ ok: true, check: 'p95 < 9' }], orders };

test('thresholdsAreReadFromWhatArtilleryPrints', () => {
  const output = 'Checks:\nok: http.response_time.p95 < 250\nfail: maxErrorRate < 0\nlook: ok: no\n';
  assert.deepEqual(checksIn(output), [
    { ok: true, check: 'http.response_time.p95 < 250' },
    { ok: false, check: 'errors in percent <= 0' },
  ]);
});

test('eachRequestHasItsAnswersAndTimes', () => {
  assert.deepEqual(endpoints(aggregate), [{ name: 'GetUser', answers: '5 × 200', ...times }]);
});

test('theSummaryTellsOfErrorsAndUndecidedOrders', () => {
  const lines = summary({ aggregate, warmpath });
  assert.match(lines, /ok {4}p95 < 9/);
  assert.match(lines, /FAIL {2}orders: 4 accepted, 3 CONFIRMED, 1 undecided/);
  assert.match(lines, /2 × error: <timeout>/);
});

test('thePageEscapesWhatServersSay', () => {
  const page = html({ aggregate, intermediate, warmpath });
  assert.ok(!page.includes('<timeout>'));
  assert.match(page, /missed: orders/);
});
