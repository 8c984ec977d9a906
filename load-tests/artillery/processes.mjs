// Child processes that end with this one.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const running = new Set();

/** Starts a program whose output goes to a file; `stdio` of the child stays readable by `on('data')`. */
export function start(command, args, { logFile, ...options }) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  running.add(child);
  child.exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    log.end();
    return code;
  });
  return child;
}

/** Asks a child to end, and waits until it has. */
export function stop(child) {
  child.kill('SIGTERM');
  return child.exited;
}

/** A program's exit code; what it prints goes where ours does. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  running.add(child);
  const [code] = await once(child, 'close');
  running.delete(child);
  return code;
}

/** Ends the children before this process ends by a signal. */
export function endChildrenOnSignal() {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
    process.once(signal, async () => {
      await Promise.allSettled([...running].map((child) => (child.kill('SIGTERM'), once(child, 'close'))));
      process.exit(code);
    });
  }
}
