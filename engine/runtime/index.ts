/** The runtime for the web process: `createRuntime`. Tables: store/migrate.ts; packages: package/publish.ts; worker: main.ts. */
import { createPdfRenderer } from '../../connectors/pdf/index.ts';
import type { Runtime } from './api.ts';
import { act } from './commands/act.ts';
import { candidates, claim, reassign, release } from './commands/assignment.ts';
import { findDraft, saveDraft, saveTaskDraft } from './commands/drafts.ts';
import { findReceipt } from './commands/receipt.ts';
import { submit } from './commands/submit.ts';
import { withdraw } from './commands/withdraw.ts';
import type { Log } from './context.ts';
import { closeContext, createContext } from './create-context.ts';
import { storeUpload } from './files/upload.ts';
import { createLog } from './log.ts';
import { health } from './operations/health.ts';
import { listIncidents, listOutbox, retryIncident, retryOutbox } from './operations/queues.ts';
import { dashboard } from './views/dashboard.ts';
import { openDocument, openUpload } from './views/document.ts';
import { getDossier } from './views/dossier.ts';
import { inbox } from './views/inbox.ts';
import { getProcedure, listProcedures } from './views/procedures.ts';
import { searchDossiers } from './views/search.ts';
import { previewSigning } from './views/signing.ts';
import { getTask } from './views/task.ts';
import { track, trackById } from './views/tracking.ts';

export interface RuntimeOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Address citizens reach the portal at, for links and QR codes. */
  readonly publicUrl: string;
  readonly log?: Log;
  /** Most connections to Postgres; default 10. */
  readonly connections?: number;
  readonly now?: () => Date;
}

/** One per process. The tables must exist. @throws when Postgres does not answer */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const context = await createContext({
    ...options,
    log: options.log ?? createLog('runtime'),
    name: 'motcua web',
  });
  const renderer = createPdfRenderer();
  return {
    listProcedures: (query) => listProcedures(context, query),
    getProcedure: (code) => getProcedure(context, code),
    saveDraft: (input) => saveDraft(context, input),
    findDraft: (token) => findDraft(context, token),
    submit: (input) => submit(context, input),
    findReceipt: (key) => findReceipt(context, key),
    track: (input) => track(context, input),
    trackById: (id) => trackById(context, id),
    withdraw: (actor, input) => withdraw(context, actor, input),
    inbox: (official, query) => inbox(context, official, query),
    getTask: (actor, id) => getTask(context, actor, id),
    claim: (official, id) => claim(context, official, id),
    release: (official, id) => release(context, official, id),
    reassign: (official, input) => reassign(context, official, input),
    candidates: (official, id) => candidates(context, official, id),
    saveTaskDraft: (actor, id, data) => saveTaskDraft(context, actor, id, data),
    act: (actor, input) => act(context, actor, input),
    getDossier: (actor, id) => getDossier(context, actor, id),
    searchDossiers: (official, query) => searchDossiers(context, official, query),
    dashboard: (official, unitId) => dashboard(context, official, unitId),
    storeUpload: (input) => storeUpload(context, input),
    openUpload: (id) => openUpload(context, id),
    openDocument: (actor, id) => openDocument(context, actor, id),
    previewSigning: (official, id) => previewSigning(context, renderer, official, id),
    listOutbox: (official, query) => listOutbox(context, official, query),
    retryOutbox: (official, id) => retryOutbox(context, official, id),
    listIncidents: (official, query) => listIncidents(context, official, query),
    retryIncident: (official, id) => retryIncident(context, official, id),
    health: () => health(context),
    close: async () => {
      await renderer.close();
      await closeContext(context);
    },
  };
}
