/** User name and password, and what went wrong with them. */
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { WAIT_MINUTES } from '../limits.ts';

export type SignInProblem = 'missing' | 'wrong' | 'many';

export function SignInFields({
  problem,
  username = '',
  names = { username: 'username', password: 'password' },
}: {
  problem: SignInProblem | undefined;
  username?: string;
  names?: { username: string; password: string };
}) {
  const t = useT(staff);
  const words = { missing: 'signInMissing', wrong: 'signInWrong', many: 'signInMany' } as const;
  return (
    <>
      {problem ? (
        <p className="mc-note mc-note--problem" role="alert" id="sign-in-problem">
          {t(words[problem], { minutes: WAIT_MINUTES })}
        </p>
      ) : null}
      <div className="mc-field">
        <label className="mc-label" htmlFor="username">
          {t('username')}
        </label>
        <input
          id="username"
          name={names.username}
          className="mc-input"
          type="text"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the page has one purpose, and this is its first field
          autoFocus={username === ''}
          defaultValue={username}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'sign-in-problem' : undefined}
        />
      </div>
      <div className="mc-field">
        <label className="mc-label" htmlFor="password">
          {t('password')}
        </label>
        <input
          id="password"
          name={names.password}
          className="mc-input"
          type="password"
          autoComplete="current-password"
          // biome-ignore lint/a11y/noAutofocus: the name stands already, the password is what was wrong
          autoFocus={username !== ''}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'sign-in-problem' : undefined}
        />
      </div>
    </>
  );
}
