/** What the seed files of this folder must look like. */
import { z } from 'zod';

const localized = z.object({ vi: z.string().min(1), en: z.string().min(1) });

export const organisationSeed = z.object({
  note: z.string(),
  units: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      code: z.string().regex(/^[GH]\d{2}(\.[0-9A-Z]{2,3})*$/),
      name: localized,
      kind: z.enum(['province', 'centre', 'commune']),
      parentId: z.string().nullable().describe('a unit given before'),
      calendarId: z.string(),
      address: z.string(),
      phone: z.string(),
    }),
  ),
  officials: z.array(
    z.object({
      username: z.string().regex(/^[a-z0-9.]+$/),
      fullName: z.string().min(1),
      title: localized,
      roles: z.array(z.object({ role: z.string(), unitId: z.string() })).min(1),
    }),
  ),
});

const place = z.object({ code: z.string().regex(/^\d+$/), name: z.string().min(1) });
export const placesSeed = z.object({
  source: z.string(),
  homeProvince: z.string(),
  provinces: z.array(place),
  communes: z.record(z.string(), z.array(place)),
});
