/** Configuration of the document exchange (trục liên thông văn bản, VXP): one adapter per province. */
import { z } from 'zod';
import { httpUrl, positiveInt, type Secret, secretValue } from '../kit/config.ts';

export interface DocumentsConfig {
  /** Address of the adapter; `/sendEdoc` … lie below it. */
  readonly url: string;
  readonly systemId: string;
  /** Key of the header HMAC. */
  readonly secret: Secret;
  /** Receiver unless a task names another: the province's document management. */
  readonly organId: string;
  readonly organName: string;
  /** Of one HTTP exchange, milliseconds. */
  readonly timeoutMs: number;
  /** Largest envelope read from the exchange, bytes. */
  readonly maxBytes: number;
}

export const documentsConfig: z.ZodType<DocumentsConfig> = z
  .object({
    DMS_URL: httpUrl,
    DMS_SYSTEM_ID: z.string().min(1),
    DMS_SECRET: secretValue,
    DMS_ORGAN_ID: z.string().min(1).default('000.00.01.H38'),
    DMS_ORGAN_NAME: z.string().min(1).default('Hệ thống quản lý văn bản và điều hành tỉnh Lào Cai'),
    DMS_TIMEOUT_MS: positiveInt(20_000),
    DMS_MAX_BYTES: positiveInt(64 * 1024 * 1024),
  })
  .transform((env) => ({
    url: env.DMS_URL,
    systemId: env.DMS_SYSTEM_ID,
    secret: env.DMS_SECRET,
    organId: env.DMS_ORGAN_ID,
    organName: env.DMS_ORGAN_NAME,
    timeoutMs: env.DMS_TIMEOUT_MS,
    maxBytes: env.DMS_MAX_BYTES,
  }));
