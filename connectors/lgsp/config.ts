/** Configuration of the provincial integration platform (LGSP), shared by all its connectors. */
import { z } from 'zod';
import { httpUrl, positiveInt, type Secret, secretValue } from '../kit/config.ts';

export interface LgspConfig {
  /** Base address of the gateway; `/token` and the services lie below it. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** MaTichHop: how the register knows this system. */
  readonly integrationCode: string;
  /** Two-digit code of the province (QĐ 19/2025/QĐ-TTg), e.g. 15 for Lào Cai. */
  readonly provinceCode: string;
  /** Of one HTTP exchange, milliseconds. */
  readonly timeoutMs: number;
}

export const lgspConfig: z.ZodType<LgspConfig> = z
  .object({
    LGSP_URL: httpUrl,
    LGSP_CLIENT_ID: z.string().min(1),
    LGSP_CLIENT_SECRET: secretValue,
    LGSP_INTEGRATION_CODE: z.string().min(1).default('H38-MOTCUA'),
    LGSP_PROVINCE_CODE: z
      .string()
      .regex(/^\d{2}$/, 'expected two digits')
      .default('15'),
    LGSP_TIMEOUT_MS: positiveInt(10_000),
  })
  .transform((env) => ({
    url: env.LGSP_URL,
    clientId: env.LGSP_CLIENT_ID,
    clientSecret: env.LGSP_CLIENT_SECRET,
    integrationCode: env.LGSP_INTEGRATION_CODE,
    provinceCode: env.LGSP_PROVINCE_CODE,
    timeoutMs: env.LGSP_TIMEOUT_MS,
  }));
