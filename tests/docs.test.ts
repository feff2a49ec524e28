import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The scenarios of the Slack bot as docs/slack.md lists them are those that are run. */
it('docs/slack.md lists every scenario by name, and no other', () => {
  const listed = [...readFileSync('docs/slack.md', 'utf8').matchAll(/^- (?<name>.+)$/gmu)].map(
    ({ groups }) => groups?.name ?? '',
  );
  const run = readdirSync('tests/end-to-end')
    .filter((file) => file.startsWith('slack-') && file.endsWith('.test.ts'))
    .flatMap((file) => scenarioNames(readFileSync(`tests/end-to-end/${file}`, 'utf8')));
  expect(run.length).toBeGreaterThanOrEqual(50);
  expect(listed.toSorted()).toEqual(run.toSorted());
});

/** Names as they stand in the source; `${…}` in a template becomes …. */
function scenarioNames(source: string): string[] {
  const call = /scenario\(\s*(?:'(?<plain>(?:[^'\\]|\\.)*)'|"(?<double>[^"]*)"|`(?<template>[^`]*)`)/gu;
  return [...source.matchAll(call)].map(({ groups }) =>
    (groups?.plain ?? groups?.double ?? groups?.template ?? '').replaceAll(/\$\{[^}]*\}/gu, '…'),
  );
}
