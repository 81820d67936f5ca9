/** What the last act did, said once; claims and returns can be undone for ten seconds. */
import { useEffect, useState } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import type { SessionData } from '../../server/session.server.ts';
import { Icon } from './icons.tsx';

const SHOWN_MS = 10_000;
/** A message with a way on is read to somebody across the counter. */
const LINK_SHOWN_MS = 30_000;
type Message = NonNullable<SessionData['flash']>;

/** The address names what can be undone: `?hoan=release.<task>`. */
const UNDO_PARAM = 'hoan';

export function Toast({ message }: { message: Message | undefined }) {
  const [shown, setShown] = useState(message);
  const [params] = useSearchParams();
  useEffect(() => {
    if (!message) return;
    setShown(message);
    const timer = setTimeout(() => setShown(undefined), message.link ? LINK_SHOWN_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const target = /^(claim|release)\.([\w-]+)$/.exec(params.get(UNDO_PARAM) ?? '');
  return (
    <div className="sf-toast" role="status" aria-live="polite">
      {shown ? (
        <div className={`sf-toast__box sf-toast__box--${shown.kind}`}>
          <Icon name={shown.kind === 'problem' ? 'late' : 'check'} />
          <span>{shown.text}</span>
          {shown.link ? (
            <Link className="sf-toast__undo" to={shown.link.to}>
              {shown.link.text}
            </Link>
          ) : null}
          {target ? <Undo intent={String(target[1])} taskId={String(target[2])} /> : null}
        </div>
      ) : null}
    </div>
  );
}

function Undo({ intent, taskId }: { intent: string; taskId: string }) {
  const t = useT(staff);
  return (
    <Form method="post" action={`/can-bo/viec/${taskId}`}>
      <CsrfInput />
      <button type="submit" className="sf-toast__undo" name="intent" value={intent}>
        {t('undo')}
      </button>
    </Form>
  );
}
