/** The papers of a dossier beside the work: a list and a viewer that zooms and rotates. Without script each name opens its paper here by link. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { DossierDocument } from '../../../../engine/runtime/api.ts';
import { showSize } from '../../../../forms/validate/file.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { documentHref } from '../inbox-query.ts';
import { Icon } from './icons.tsx';
import { PdfView } from './pdf-view.tsx';

export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly mime: string;
  readonly href: string;
  readonly name: string;
  readonly size: number | null;
}
type Preview = 'signing' | 'sealing' | null;

/** Paper in the address: what is shown without script and after a reload. */
const PARAM = 'giay';
const PREVIEW_ID = 'ban-ky';

export function Papers({
  documents,
  taskId,
  preview,
}: {
  documents: readonly DossierDocument[];
  taskId?: string;
  preview: Preview;
}) {
  const t = useT(staff);
  const [params] = useSearchParams();
  const papers = usePapers(documents, taskId, preview);
  const [chosen, setChosen] = useState(params.get(PARAM));
  const shown = papers.find((paper) => paper.id === chosen) ?? papers[0];
  if (!shown)
    return (
      <section className="sf-papers" aria-label={t('papers')}>
        <p className="sf-papers__none">{t('noPapers')}</p>
      </section>
    );
  return (
    <section className="sf-papers" aria-label={t('papers')}>
      <ul className="sf-papers__list">
        {papers.map((paper) => {
          const next = new URLSearchParams(params);
          next.set(PARAM, paper.id);
          return (
            <li key={paper.id}>
              <Link
                className="sf-paper"
                to={`?${next}`}
                replace
                preventScrollReset
                aria-current={paper === shown ? 'true' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  setChosen(paper.id);
                }}
              >
                <span className="sf-paper__title">{paper.title}</span>
                <span className="sf-paper__kind">{paper.kind}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <Viewer key={shown.id} paper={shown} preview={shown.id === PREVIEW_ID ? preview : null} />
    </section>
  );
}

function usePapers(
  documents: readonly DossierDocument[],
  taskId: string | undefined,
  preview: Preview,
): readonly Paper[] {
  const t = useT(staff);
  const locale = useLocale();
  // What was made of the dossier is what everybody wants to see next.
  const results = documents.filter((one) => one.kind === 'result');
  const ordered = [...results, ...documents.filter((one) => one.kind !== 'result')];
  const stored = ordered.map((document) => ({
    id: document.id,
    title: pick(document.title, locale),
    kind: t(`paper.${document.kind}`),
    mime: document.mime,
    href: documentHref(document.id),
    name: document.name,
    size: document.size,
  }));
  if (!preview || !taskId) return stored;
  const title = t(preview === 'signing' ? 'paper.signing' : 'paper.sealing');
  const first = {
    id: PREVIEW_ID,
    title,
    kind: t('result'),
    mime: 'application/pdf',
    href: `/can-bo/viec/${encodeURIComponent(taskId)}/ban-ky`,
    name: title,
    size: null,
  };
  return [first, ...stored];
}

function Viewer({ paper, preview }: { paper: Paper; preview: Preview }) {
  const t = useT(staff);
  const isImage = /^image\/(png|jpe?g|webp|gif)$/.test(paper.mime);
  const isPdf = paper.mime === 'application/pdf';
  const [zoom, setZoom] = useState(0);
  const [turn, setTurn] = useState(0);
  return (
    <div className="sf-viewer">
      <div className="sf-viewer__bar">
        <p className="sf-viewer__name">
          {preview ? t(preview === 'signing' ? 'signingPreview' : 'sealingPreview') : paper.name}
          {paper.size === null ? null : <span className="mc-hint"> {showSize(paper.size)}</span>}
        </p>
        <div className="sf-viewer__tools">
          {isImage ? (
            <>
              <Tool
                icon="minus"
                label={t('zoomOut')}
                disabled={zoom === 0}
                onPress={() => setZoom(zoom - 1)}
              />
              <Tool icon="plus" label={t('zoomIn')} disabled={zoom === 4} onPress={() => setZoom(zoom + 1)} />
              <Tool icon="rotate" label={t('rotate')} onPress={() => setTurn((turn + 1) % 4)} />
            </>
          ) : null}
          <a className="sf-tool" href={paper.href} target="_blank" rel="noreferrer" title={t('openPaper')}>
            <Icon name="open" />
            <span className="mc-hidden">{t('openPaper')}</span>
          </a>
        </div>
      </div>
      {isImage ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="sf-viewer__stage" tabIndex={0} aria-label={paper.title}>
          <img
            className={`sf-viewer__image sf-zoom-${zoom} sf-turn-${turn}`}
            src={paper.href}
            alt={paper.title}
          />
        </section>
      ) : isPdf ? (
        <PdfView href={paper.href} title={paper.title} mark={preview} />
      ) : (
        <div className="sf-viewer__stage sf-viewer__stage--none">
          <p>{t('noViewer')}</p>
          <a className="sf-button" href={paper.href}>
            <Icon name="download" />
            {t('download')}
          </a>
        </div>
      )}
    </div>
  );
}

/** Only with script, hence a button that is not sent. */
function Tool({
  icon,
  label,
  disabled,
  onPress,
}: {
  icon: 'plus' | 'minus' | 'rotate';
  label: string;
  disabled?: boolean;
  onPress: () => void;
}) {
  return (
    <button type="button" className="sf-tool" title={label} disabled={disabled} onClick={onPress}>
      <Icon name={icon} />
      <span className="mc-hidden">{label}</span>
    </button>
  );
}
