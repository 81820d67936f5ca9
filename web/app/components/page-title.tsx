/** The title of the browser tab; prefixed when the page shows errors. */
import { common } from '../i18n/common.ts';
import { useT } from '../i18n/use-locale.ts';

export function PageTitle({ children, error = false }: { children: string; error?: boolean }) {
  const t = useT(common);
  return (
    <title>{`${error ? t('errorPrefix') : ''}${children} – ${t('portal')} ${t('provinceInTitle')}`}</title>
  );
}
