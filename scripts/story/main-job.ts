/** The whole story of one birth: applied for online, five officials, a signed result. Used by kill test and benchmark. */
import { answer, apply, asked, type SentDossier, untilShown } from './citizen.ts';
import { act, acts, awaitTask, signIn } from './officials.ts';
import { birthCase } from './people.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface Commune {
  readonly name: string;
  /** Ending of its officials' user names. */
  readonly suffix: string;
}
export const communes: readonly Commune[] = [
  { name: 'Suối Chàm', suffix: 'suoicham' },
  { name: 'Đồi Quế', suffix: 'doique' },
];

export interface StoryOptions {
  readonly baseUrl: string;
  /** How long a page may be away, and how long a task may take to come. */
  readonly patienceMs: number;
  /** Told after each step with its name and duration in milliseconds. */
  readonly onStep?: (step: string, ms: number) => void;
}

export interface Officials {
  readonly reception: Visitor;
  readonly judicial: Visitor;
  readonly leader: Visitor;
  readonly registry: Visitor;
}

/** Four officials of one commune, signed in. */
export async function officialsOf(
  commune: Commune,
  options: Pick<StoryOptions, 'baseUrl' | 'patienceMs'>,
): Promise<Officials> {
  const one = async (role: string) => {
    const visitor = createVisitor(options);
    await signIn(visitor, `${role}.${commune.suffix}`);
    return visitor;
  };
  return {
    reception: await one('tiepnhan'),
    judicial: await one('hotich'),
    leader: await one('lanhdao'),
    registry: await one('vanthu'),
  };
}

/** Windows of their own for the same people, so that several stories can run at once. */
export const windowsOf = (officials: Officials): Officials => ({
  reception: officials.reception.window(),
  judicial: officials.judicial.window(),
  leader: officials.leader.window(),
  registry: officials.registry.window(),
});

/** Runs the n-th birth from the application to the returned result; gives back the citizen's codes. */
export async function runMainJob(
  n: number,
  commune: Commune,
  officials: Officials,
  options: StoryOptions,
): Promise<SentDossier> {
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await run();
    options.onStep?.(name, performance.now() - startedAt);
    return result;
  };
  const citizen = createVisitor(options);
  const sent = await step('submit', () => apply(citizen, birthCase(n), commune.name));
  const by = async (visitor: Visitor, one: (typeof acts)[keyof typeof acts]) => {
    const href = await step(`wait:${one.element}`, () =>
      awaitTask(visitor, sent.reference, one.element, options.patienceMs),
    );
    await step(`act:${one.element}`, () => act(visitor, href, one));
  };
  await by(officials.reception, acts.accept);
  await by(officials.judicial, acts.approve);
  await step('wait:draftConfirmation', () => untilShown(citizen, sent, asked, options.patienceMs));
  await step('act:draftConfirmation', () => answer(citizen, { 'draft.checked': 'true' }, 'confirm'));
  await by(officials.leader, acts.sign);
  await by(officials.registry, acts.seal);
  await by(officials.reception, acts.hand);
  return sent;
}
