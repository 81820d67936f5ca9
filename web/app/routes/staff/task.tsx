/** One task: what is asked on top, what was declared beside the papers, then the decision. */
import { useEffect, useRef } from 'react';
import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { enhanceForms } from '../../../../forms/render/enhance.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { pick } from '../../i18n/translate.ts';
import { useLocale } from '../../i18n/use-locale.ts';
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { answering } from '../../server/errors.server.ts';
import { localeOf } from '../../server/locale.server.ts';
import { FailurePane } from '../../staff/components/failure-pane.tsx';
import { TaskWork } from '../../staff/components/task-work.tsx';
import { takeKept } from '../../staff/server/kept.server.ts';
import { postTask } from '../../staff/server/task-act.server.ts';
import { loadTask, withKept } from '../../staff/server/task-page.server.ts';
import type { Route } from './+types/task.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answering(context, async () => {
    const page = await loadTask(context, official, params.taskId, localeOf(request));
    return withKept(page, await takeKept(request, context, pageUrl(request).pathname));
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return answering(context, () => postTask(request, context, params.taskId));
}

/** An answer that says somebody was first brings the new state of things with it. */
export const shouldRevalidate = ({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus === 409 || actionStatus === 404 || defaultShouldRevalidate;

export default function Task({ loaderData: page, actionData }: Route.ComponentProps) {
  const locale = useLocale();
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task or answer brings other fields
  useEffect(() => (ref.current ? enhanceForms(ref.current) : undefined), [page.task.id, actionData]);
  useEffect(() => {
    if (actionData?.errors?.length || actionData?.refused)
      ref.current?.querySelector<HTMLElement>('[data-error-summary]')?.focus();
  }, [actionData]);
  useKeptFocus(ref, `${page.task.id} ${page.task.assigneeId}`);
  return (
    <div className={page.preview ? 'sf-task sf-task--signing' : 'sf-task'} key={page.task.id} ref={ref}>
      <PageTitle
        error={Boolean(actionData?.errors?.length)}
      >{`${pick(page.task.stepName, locale)} · ${page.task.applicantName}`}</PageTitle>
      <TaskWork
        page={page}
        answer={actionData ?? (page.kept ? { ...page.kept, signedInAgain: true } : undefined)}
      />
    </div>
  );
}

/** Acting takes away the button that was pressed: the keyboard goes on at the title instead of at the top of the page. */
function useKeptFocus(ref: React.RefObject<HTMLElement | null>, shown: string): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement === document.body) ref.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [shown, ref]);
}

export function ErrorBoundary() {
  return <FailurePane />;
}
