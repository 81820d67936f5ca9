/** The procedure's own result paper as HTML: draft for the applicant, or as the leader signs it. */
import { renderResult } from '../../../connectors/pdf/index.ts';
import type { Official } from '../../routing/types.ts';
import type { Context } from '../context.ts';
import { EffectError } from '../outbox/types.ts';
import { templateName } from '../package/check.ts';
import type { Localized } from '../package/schema.ts';
import { sourcesFor } from '../package/sources.ts';
import { filledForm, getVersion } from '../package/versions.ts';
import type { DossierRow } from '../store/dossiers.ts';
import { issuerOf, placeOf, trackingUrl } from './common.ts';
import { withLabels } from './labels.ts';

/** @param signer null: a draft, marked as such and without places for signatures. */
export async function resultHtml(
  context: Context,
  dossier: DossierRow,
  { template, signer }: { template: string; signer: Official | null },
): Promise<{ html: string; title: Localized }> {
  const version = await getVersion(context.sql, context.sql, dossier.versionId);
  const text = version.files.slips[template];
  if (text === undefined)
    throw new EffectError(`${version.package.code} v${version.package.version} has no template ${template}`);
  const unit = await context.places.unit(dossier.competentUnitId);
  const sources = await sourcesFor(context.places, dossier.competentUnitId);
  const html = renderResult(text, {
    draft: signer === null,
    issuer: await issuerOf(context, unit),
    place: placeOf(unit),
    dossierCode: dossier.code ?? dossier.reference,
    trackingUrl: trackingUrl(context, dossier),
    signer: signer && {
      onBehalf: 'TM. ỦY BAN NHÂN DÂN',
      title: signer.title.vi.toUpperCase(),
      fullName: signer.fullName,
    },
    data: withLabels(filledForm(version, version.package.applicationForm, sources), dossier.data),
    facts: dossier.state.facts,
  });
  const title =
    version.package.results.find((result) => templateName(result.key) === template)?.name ??
    version.package.name;
  return { html, title };
}
