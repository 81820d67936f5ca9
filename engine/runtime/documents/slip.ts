/** Statutory slips of a dossier: from its events to the fields the forms demand (TT 03/2025/TT-VPCP, Phụ lục I). */
import {
  loadSlipSets,
  renderSlip,
  type SlipData,
  type SlipSet,
  slipSetOn,
} from '../../../connectors/pdf/index.ts';
import type { Context } from '../context.ts';
import { readEvents } from '../events/append.ts';
import type { RecordedEvent } from '../events/types.ts';
import { EffectError } from '../outbox/types.ts';
import type { Localized } from '../package/schema.ts';
import { dataText, getVersion, type ProcedureVersion } from '../package/versions.ts';
import type { DossierRow } from '../store/dossiers.ts';
import { issuerOf, placeOf, trackingUrl } from './common.ts';

let sets: Promise<readonly SlipSet[]> | undefined;
const durations = { HOUR: 'giờ làm việc', WORKING_DAY: 'ngày làm việc', DAY: 'ngày' } as const;
const channels = { ONLINE: 'Trực tuyến', DIRECT: 'Trực tiếp', POSTAL: 'Bưu chính công ích' } as const;

/** @param seq event of the act the slip belongs to; its own events follow it. */
export async function slipHtml(
  context: Context,
  dossier: DossierRow,
  key: string,
  seq: number,
): Promise<{ html: string; title: Localized }> {
  const events = await readEvents(context.sql, dossier.id);
  const act = events.find((event) => event.seq === seq);
  if (!act) throw new EffectError(`event ${seq} of the slip does not exist`);
  const at = new Date(act.at);
  sets ??= loadSlipSets();
  const set = slipSetOn(await sets, at);
  const kind = set.slips.find((slip) => slip.key === key)?.kind;
  if (!kind) throw new EffectError(`slip set ${set.id} has no slip ${key}`);
  const version = await getVersion(context.sql, context.sql, dossier.versionId);
  const facts: SlipFacts = { context, dossier, version, events, act, at };
  return renderSlip(set, key, await slipDataOf(kind, facts));
}

interface SlipFacts {
  readonly context: Context;
  readonly dossier: DossierRow;
  readonly version: ProcedureVersion;
  readonly events: readonly RecordedEvent[];
  readonly act: RecordedEvent;
  readonly at: Date;
}

async function slipDataOf(kind: SlipSet['slips'][number]['kind'], facts: SlipFacts): Promise<SlipData> {
  const { dossier, version, events, act, at } = facts;
  const common = await commonData(facts);
  const { package: pkg } = version;
  const following = events.filter((event) => event.seq > act.seq);
  const found = pkg.cases.find((c) => c.code === dossier.caseCode);
  const { contact, website, receptionName, competentName } = common.extra;
  switch (kind) {
    case 'receipt': {
      const accepted = following.find((event) => event.type === 'dossier.accepted');
      if (accepted?.type !== 'dossier.accepted')
        throw new EffectError('the dossier was not accepted by this act');
      return {
        ...common.data,
        kind,
        components: await submittedComponents(facts),
        processingTime: found ? `${found.duration.qty} ${durations[found.duration.unit]}` : '',
        receivedAt: at,
        dueAt: accepted.data.due.due,
        returnPlace: receptionName,
      };
    }
    case 'supplementRequest': {
      const asked = following.find((event) => event.type === 'supplement.requested');
      if (asked?.type !== 'supplement.requested')
        throw new EffectError('no supplement was asked by this act');
      const items = [...asked.data.reasons, ...(asked.data.note ? [asked.data.note] : [])];
      return {
        ...common.data,
        kind,
        stage:
          act.type === 'task.done'
            ? (pkg.tasks[act.data.elementId]?.name.vi ?? 'Xử lý hồ sơ')
            : 'Xử lý hồ sơ',
        items: items.map((content) => ({ content })),
        reason: 'Hồ sơ chưa đầy đủ hoặc chưa hợp lệ theo quy định',
        legalBasis: pkg.legalBasis.slice(0, 3).map((basis) => basis.name),
        contact,
        website,
      };
    }
    case 'refusal': {
      const refused = following.find((event) => event.type === 'dossier.refused');
      if (refused?.type !== 'dossier.refused')
        throw new EffectError('the dossier was not refused by this act');
      return {
        ...common.data,
        kind,
        receivedAt: dossier.state.receivedAt,
        reasons: [...refused.data.reasons, ...(refused.data.note ? [refused.data.note] : [])],
        legalBasis: pkg.legalBasis.slice(0, 3).map((basis) => basis.name),
        contact,
        website,
      };
    }
    case 'control': {
      const { due } = dossier.state;
      if (!due) throw new EffectError('the clock of the dossier has not started');
      return {
        ...common.data,
        kind,
        receivedAt: dossier.state.receivedAt ?? at,
        dueAt: due.due,
        leadUnit: competentName,
        coordinatingUnits: [],
        hops: [
          {
            unit: receptionName,
            handedOverAt: at,
            handedOverBy: act.actor.name,
            note: `Chuyển ${competentName}`,
          },
        ],
      };
    }
  }
}

async function commonData({ context, dossier, version, act, at }: SlipFacts) {
  const { package: pkg } = version;
  const unit = await context.places.unit(dossier.receptionUnitId);
  const competent = await context.places.unit(dossier.competentUnitId);
  const official = act.actor.id ? await context.places.findOfficial(act.actor.id) : undefined;
  return {
    data: {
      issuer: await issuerOf(context, unit),
      place: placeOf(unit),
      issuedAt: at,
      dossierCode: dossier.code ?? dossier.reference,
      trackingUrl: trackingUrl(context, dossier),
      department: unit.name.vi,
      procedureName: pkg.name.vi,
      procedureCode: pkg.code,
      applicant: {
        fullName: dossier.applicantName,
        address: dataText(dossier.data, pkg.applicant.address),
        phone: dossier.phone,
        email: dossier.email,
        idNumber: dataText(dossier.data, pkg.applicant.idNumber),
      },
      channelName: channels[dossier.channel],
      official: { fullName: act.actor.name, title: official?.title.vi ?? null },
    },
    extra: {
      contact: { fullName: act.actor.name, phone: unit.phone || null },
      website: context.publicUrl,
      receptionName: unit.name.vi,
      competentName: competent.name.vi,
    },
  };
}

/** What the applicant handed in: a component is there when a file of its field is. */
async function submittedComponents({ context, dossier, version }: SlipFacts) {
  const rows = await context.sql<{ key: string; code: string | null }[]>`
    select key, component_code as code from document where dossier_id = ${dossier.id} and kind = 'upload' and superseded_at is null`;
  const given = version.package.components.filter((c) =>
    rows.some((row) => row.code === c.code || row.key === c.key),
  );
  const declaration = { name: 'Biểu mẫu điện tử đã khai', originals: 1, electronic: true };
  return [
    declaration,
    ...given.map((c) => ({ name: c.name.vi, originals: 1, electronic: dossier.channel === 'ONLINE' })),
  ];
}
