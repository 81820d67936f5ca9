/** What the worker process has besides what every process has. */
import type { BoundConnector, Mailer } from '../../../connectors/index.ts';
import type { PdfRenderer } from '../../../connectors/pdf/index.ts';
import type { SigningService } from '../../../connectors/signing/index.ts';
import type { Context } from '../context.ts';
import type { Gateway } from '../engine/gateway.ts';

export interface WorkerContext extends Context {
  readonly gateway: Gateway;
  readonly connectors: ReadonlyMap<string, BoundConnector>;
  readonly mailer: Mailer;
  readonly renderer: PdfRenderer;
  readonly signing: SigningService;
  /** Aborts when the worker stops. */
  readonly signal: AbortSignal;
}
