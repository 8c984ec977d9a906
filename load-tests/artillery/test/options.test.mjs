import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions, scenarios, UsageError } from '../options.mjs';

const refused = (args, sentence) => assert.throws(() => parseOptions(args, {}), (error) => error instanceof UsageError && sentence.test(error.message));

test('withoutATargetTheRunIsLocal', () => {
  const options = parseOptions(['browse'], {});
  assert.equal(options.local, true);
  assert.equal(options.environment, 'local');
  assert.equal(options.settleSeconds, 120);
});

test('aTargetElsewhereIsHeldToTheThresholdsOfAws', () => {
  const options = parseOptions(['browse', '--target', 'https://api.example.com/prod/', '--token', 't'], {});
  assert.equal(options.target, 'https://api.example.com/prod');
  assert.equal(options.environment, 'aws');
});

test('theTokenMayComeFromTheEnvironment', () => {
  const options = parseOptions(['browse', '--target', 'https://api.example.com'], { WARMPATH_TOKEN: 't' });
  assert.equal(options.token, 't');
});

test('aTargetOnThisMachineNeedsNoToken', () => {
  assert.equal(parseOptions(['browse', '--target', 'http://127.0.0.1:8080'], {}).local, true);
});

test('timesHaveAUnit', () => {
  assert.equal(parseOptions(['soak', '--duration', '2h'], {}).durationSeconds, 7_200);
  refused(['soak', '--duration', '10'], /90s, 30m or 2h/);
});

test('smokeReplacesRatesAndThresholds', () => {
  assert.equal(parseOptions(['browse', '--smoke'], {}).environment, 'smoke');
});

test('whatMakesNoSenseIsRefusedByName', () => {
  refused([], /expected one of browse/);
  refused(['nothing'], /nothing is not a scenario/);
  refused(['browse', '--target', 'api.example.com'], /expected https:/);
  refused(['browse', '--target', 'https://api.example.com'], /--token/);
  refused(['browse', '--duration=1m'], /for soak only/);
  refused(['browse', '--environment', 'moon'], /expected local or aws/);
  refused(['browse', '--unknown'], /--unknown/);
});

test('eachScenarioSaysWhatItDoes', () => {
  assert.deepEqual(scenarios().map(({ name }) => name), ['browse', 'import', 'order-burst', 'soak', 'spike']);
  assert.ok(scenarios().every(({ about }) => /^[A-Z].*\.$/.test(about)));
});
