/** The pages of the form; the ones already filled in are links back. */
import { Link } from 'react-router';
import { apply } from '../i18n/apply.ts';
import { useT } from '../i18n/use-locale.ts';

export interface Step {
  readonly title: string;
  readonly to: string;
  readonly state: 'done' | 'current' | 'ahead';
}

export function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useT(apply);
  const at = steps.findIndex((step) => step.state === 'current');
  return (
    <nav className="mc-steplist mc-no-print" aria-label={t('steps')}>
      <p className="mc-steplist__count">{t('step', { n: at + 1, count: steps.length })}</p>
      <progress className="mc-steplist__bar" max={steps.length} value={at + 1} aria-hidden="true" />
      <details className="mc-steplist__all">
        <summary>{t('steps')}</summary>
        <StepItems steps={steps} />
      </details>
      <div className="mc-steplist__side">
        <StepItems steps={steps} />
      </div>
    </nav>
  );
}

function StepItems({ steps }: { steps: readonly Step[] }) {
  const t = useT(apply);
  return (
    <ol>
      {steps.map((step) => (
        <li
          key={step.to}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.state === 'done' ? <Link to={step.to}>{step.title}</Link> : step.title}
          {step.state === 'done' ? <span className="mc-hidden"> ({t('stepDone')})</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** Steps of an application: the form's pages, then the review. `current` is a page key or 'review'. */
export function applicationSteps(input: {
  code: string;
  pages: readonly { key: string; title: string }[];
  reached: number;
  current: string;
  reviewTitle: string;
}): Step[] {
  const { code, pages, reached, current, reviewTitle } = input;
  const state = (key: string, index: number): Step['state'] =>
    key === current ? 'current' : index <= reached ? 'done' : 'ahead';
  return [
    ...pages.map((page, index) => ({
      title: page.title,
      to: `/thu-tuc/${code}/nop/${page.key}`,
      state: state(page.key, index),
    })),
    { title: reviewTitle, to: `/thu-tuc/${code}/kiem-tra`, state: state('review', pages.length) },
  ];
}
