import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import yaml from 'js-yaml';
import { scenarios } from '../options.mjs';
import * as processor from '../processor.mjs';

const read = (file) => yaml.safeLoad(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const stepsOf = (file) => file.scenarios.flatMap(({ flow }) => flow).filter((step) => !('think' in step));
const functionsOf = ({ beforeScenario, afterResponse }) => [beforeScenario, afterResponse].filter(Boolean);

for (const { name } of scenarios()) {
  const file = read(`scenarios/${name}.yml`);
  const requests = stepsOf(file).map((step) => Object.values(step)[0]);

  test(`${name} has rates and thresholds for a laptop and for AWS`, () => {
    for (const environment of ['local', 'aws']) {
      const { phases, ensure } = file.config.environments[environment];
      assert.ok(phases.every((phase) => phase.duration && phase.arrivalRate));
      assert.ok(ensure.thresholds.length > 0);
      assert.equal(ensure.maxErrorRate, environment === 'local' ? 0 : 0.1);
    }
  });

  test(`${name} says of each request what a right answer is`, () => {
    assert.ok(requests.every((request) => request.name && request.expect.statusCode));
  });

  test(`${name} names functions that there are`, () => {
    const named = [...file.scenarios, ...requests].flatMap(functionsOf);
    assert.ok(named.every((called) => processor[called]?.constructor.name === 'AsyncFunction'), String(named));
  });
}

test('ordersRampFrom10To100ASecondEverywhere', () => {
  const { environments } = read('scenarios/order-burst.yml').config;
  for (const { phases } of Object.values(environments)) {
    assert.deepEqual([phases[0].arrivalRate, phases[0].rampTo], [10, 100]);
  }
});
