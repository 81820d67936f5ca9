/** What the data paths of a connector's headers may reach: `data.…`, `facts.…`, `dossier.…` (connectors/README.md). */
import type { BindingScope } from '../../../connectors/index.ts';
import type { Context } from '../context.ts';
import { latestDocument } from '../files/documents.ts';
import { getVersion } from '../package/versions.ts';
import type { DossierRow } from '../store/dossiers.ts';

export async function bindingScope(context: Context, dossier: DossierRow): Promise<BindingScope> {
  const version = await getVersion(context.sql, context.sql, dossier.versionId);
  const competent = await context.places.unit(dossier.competentUnitId);
  const reception = await context.places.unit(dossier.receptionUnitId);
  const { state } = dossier;
  const key = state.result?.key;
  const result = key ? await latestDocument(context.sql, dossier.id, 'result', key) : undefined;
  return {
    data: dossier.data,
    facts: state.facts,
    dossier: {
      id: dossier.id,
      code: dossier.code ?? dossier.reference,
      reference: dossier.reference,
      procedureCode: dossier.procedureCode,
      caseCode: dossier.caseCode,
      procedureName: version.package.name.vi,
      applicantName: dossier.applicantName,
      competentUnitCode: competent.code,
      competentUnitName: competent.name.vi,
      receptionUnitCode: reception.code,
      receptionUnitName: reception.name.vi,
      submittedAt: dossier.submittedAt.toISOString(),
      receivedAt: state.receivedAt,
      dueAt: state.due?.due ?? null,
      lastOfficialId: state.lastOfficialId,
      resultDocumentId: result?.id ?? null,
    },
  };
}
