import { catching, end, flow, link, process, start, sub, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is wrong with links is said at deployment',
  rule: 'Names, their catch events, and the scopes of both.',
  async run(z) {
    const missing = /Can't find an catch link event for the throw link event with the name 'L'\./;
    const several =
      /Multiple intermediate catch link event definitions with the same name 'L' are not allowed\./;
    const t = throwing('t', link('L'));
    const c = (id: string) => catching(id, link('L'));
    const refused = (message: RegExp, ...nodes: string[]) =>
      z.rejected(z.deploy(process('p', start(), ...nodes)), 'INVALID_ARGUMENT', message);
    await refused(missing, t, flow('start > t'));
    await refused(missing, c('c'), sub('sp', start('st'), t, flow('st > t')), flow('start > sp'));
    await refused(missing, t, sub('sp', start('st'), c('c')), flow('start > t'));
    await refused(several, c('c1'), c('c2'));
    await refused(several, c('c1'), sub('sp', start('st'), c('c2')), flow('start > sp'));
    await refused(
      several,
      sub('a', start('sta'), c('c1')),
      sub('b', start('stb'), c('c2')),
      flow('start > a > b'),
    );
    await refused(/Link name must be present and not empty\./, throwing('t', link('')), flow('start > t'));
    await refused(/End events must be one of/, end('e', link('L')), flow('start > e'));
  },
};
