/** Looking into the product from all sides for the tests of the other ways: people, mails, outside systems, engine, papers. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { connectGateway } from '../../engine/runtime/engine/gateway.ts';
import { connect } from '../../engine/sql/index.ts';
import { answer, apply, asked, type SentDossier, untilShown } from '../../scripts/story/citizen.ts';
import { type Act, act, acts, awaitTask, findTask, signIn } from '../../scripts/story/officials.ts';
import { type BirthCase, birthCase } from '../../scripts/story/people.ts';
import { createVisitor, type Visitor } from '../../scripts/story/visitor.ts';
import type { Product } from './product.ts';

/** How long a page or task may take to come. */
export const PATIENCE = 30_000;

export interface Story {
  readonly citizen: Visitor;
  readonly sent: SentDossier;
  readonly birth: BirthCase;
}
export type World = ReturnType<typeof createWorld>;

/** Asks again and again until there is an answer. Throws with `what` after `patienceMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  patienceMs = PATIENCE,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${patienceMs} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Text of a PDF, white space folded. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const words: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str, item.hasEOL ? ' ' : '');
  }
  await loading.destroy();
  return words.join('').replace(/\s+/g, ' ');
}

interface Mail {
  readonly subject: string;
  readonly text: string;
}

export function createWorld({ url: baseUrl, sandbox, stack }: Product) {
  const sql = connect(stack.databaseUrl, { max: 1 });
  const gateway = connectGateway(stack.zeebeAddress);
  const signedIn = new Map<string, Visitor>();
  const outside = async <T>(path: string): Promise<readonly T[]> =>
    (await (await fetch(`${sandbox}/api/${path}`)).json()) as readonly T[];

  /** A new window of this official, signed in. */
  const official = async (username: string): Promise<Visitor> => {
    const known = signedIn.get(username);
    if (known) return known.window();
    const visitor = createVisitor({ baseUrl });
    await signIn(visitor, username);
    signedIn.set(username, visitor);
    return visitor.window();
  };

  const applied = async (n: number, unit = 'Suối Chàm'): Promise<Story> => {
    const citizen = createVisitor({ baseUrl });
    const birth = birthCase(n);
    return { citizen, birth, sent: await apply(citizen, birth, unit) };
  };

  /** The official waits for the task and does it. */
  const does = async (username: string, { sent }: Pick<Story, 'sent'>, one: Act): Promise<void> => {
    const visitor = await official(username);
    await act(visitor, await awaitTask(visitor, sent.reference, one.element, PATIENCE), one);
  };

  /** The citizen confirms the draft as soon as it is there. */
  const confirmsDraft = async ({ citizen, sent }: Story): Promise<void> => {
    await untilShown(citizen, sent, asked, PATIENCE);
    await answer(citizen, { 'draft.checked': 'true' }, 'confirm');
  };

  return {
    baseUrl,
    sql,
    official,
    applied,
    does,
    confirmsDraft,
    visitor: () => createVisitor({ baseUrl }),
    /** From reception to the leader's desk on the straight way. */
    reachesSignature: async (story: Story): Promise<void> => {
      await does('tiepnhan.suoicham', story, acts.accept);
      await does('hotich.suoicham', story, acts.approve);
      await confirmsDraft(story);
    },
    awaitTaskOf: async (username: string, { sent }: Pick<Story, 'sent'>, element: string): Promise<string> =>
      awaitTask(await official(username), sent.reference, element, PATIENCE),
    /** Whether the task is in one of the official's lists. */
    hasTask: async (username: string, { sent }: Pick<Story, 'sent'>, element: string): Promise<boolean> =>
      (await findTask(await official(username), sent.reference, element)) !== undefined,
    /** Whether the task is among the official's own, not in the pool. */
    holdsTask: async (username: string, { sent }: Pick<Story, 'sent'>, element: string): Promise<boolean> => {
      const page = await (await official(username)).open(
        `/can-bo/viec?tim=${sent.reference}&buoc=${element}`,
      );
      return page.root.querySelector('a[data-task]') !== null;
    },
    awaitMail: (birth: BirthCase, subject: string): Promise<Mail> =>
      until(`a mail “${subject}”`, async () =>
        (await outside<Mail>(`mails?to=${encodeURIComponent(birth.email)}`)).find((mail) =>
          mail.subject.includes(subject),
        ),
      ),
    /** Personal numbers the register gave for this dossier code. */
    numbersFor: async (code: string) =>
      (await outside<{ purpose: string; times: number }>('citizens')).filter(({ purpose }) =>
        purpose.includes(code),
      ),
    setFault: async (system: string, mode: string): Promise<void> => {
      const answer = await fetch(`${sandbox}/faults`, {
        method: 'POST',
        body: new URLSearchParams({ system, mode }),
        redirect: 'manual',
      });
      if (answer.status >= 400) throw new Error(`fault switch: ${answer.status} ${await answer.text()}`);
    },
    /** Until the engine knows no process of this dossier any more. */
    untilProcessEnded: async ({ dossierId }: SentDossier): Promise<void> => {
      const [row] = await sql<{ key: string }[]>`
        select process_instance_key as key from motcua.dossier where id = ${dossierId}`;
      if (!row?.key) throw new Error('the dossier has no process');
      await until(`process ${row.key} has ended`, async () => (await gateway.probe(row.key)) === 'gone');
    },
    /** One more demo official with these roles; same password as the others. */
    employ: async (username: string, fullName: string, roles: readonly string[], unitId: string) => {
      await sql`
        insert into motcua.official (id, username, full_name, title_vi, title_en, password_hash)
        select ${username}, ${username}, ${fullName}, 'Công chức (mẫu)', 'Official (demo)', password_hash
        from motcua.official where username = 'tiepnhan.suoicham'`;
      for (const role of roles)
        await sql`insert into motcua.role_assignment (official_id, role, unit_id) values (${username}, ${role}, ${unitId})`;
    },
    /** As after half an hour without a click. */
    endSessionsOf: (username: string) =>
      sql`update motcua.web_session set expires_at = now() - interval '1 minute' where official_id = ${username}`,
    close: async (): Promise<void> => {
      await gateway.close();
      await sql.end();
    },
  };
}
