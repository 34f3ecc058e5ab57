import swagger from '@fastify/swagger';
import { Case, CaseEvent, CaseSummary, Exhibit } from '@jianzhen/cases';
import { PageReport } from '@jianzhen/evidence/schemas';
import type { FastifyContextConfig, FastifyInstance, FastifySchema } from 'fastify';
import { alertSchemas } from '../routes/alert-views.ts';
import { gangSchemas } from '../routes/gang-views.ts';
import { leadSchemas } from '../routes/lead-views.ts';
import { PortraitReport } from '../routes/portrait-views.ts';
import {
  CaseDetail,
  CaseList,
  CheckReport,
  CodeReport,
  ExhibitDetail,
  FindingList,
  Received,
  SealReport,
  SignatureReport,
} from '../routes/views.ts';
import { voiceSchemas } from '../routes/voice-views.ts';
import { ScanPayload } from './scan-body.ts';
import { addSchemas, ErrorBody } from './schemas.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes multipart files: one in the field `file`, or many in `files`. */
    files?: 'one' | 'many';
    /** The body as it is described, by content type, where less of it is checked beforehand. */
    bodies?: Readonly<Record<string, { readonly schema: object }>>;
  }
}

const SCHEMAS = [
  ErrorBody,
  PageReport,
  Case,
  Exhibit,
  CaseSummary,
  CaseEvent,
  CaseDetail,
  CaseList,
  ExhibitDetail,
  FindingList,
  Received,
  CheckReport,
  SignatureReport,
  SealReport,
  CodeReport,
  PortraitReport,
  ScanPayload,
  ...alertSchemas,
  ...gangSchemas,
  ...leadSchemas,
  ...voiceSchemas,
];

/** Registers the named schemas, and the description of the interface at `/openapi.json`. Comes before the routes. */
export async function describe(app: FastifyInstance): Promise<void> {
  addSchemas(app, SCHEMAS);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jianzhen',
        description: 'Cases, exhibits and what the detectors say of them; scans of codes, and alerts.',
        version: '1.0.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        'cases',
        'exhibits',
        'pages',
        'check',
        'alerts',
        'events',
        'gangs',
        'leads',
        'voices',
        'health',
      ].map((name) => ({
        name,
      })),
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`),
    },
    transform: ({ schema, url, route }) => ({ schema: described(schema ?? {}, route.config), url }),
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** Multipart bodies are parsed as streams, so no schema validates them; the description names their fields. */
function described(schema: FastifySchema, config: FastifyContextConfig | undefined): FastifySchema {
  if (config?.bodies) return { ...schema, body: { content: structuredClone(config.bodies) } };
  if (!config?.files) return schema;
  const file = { type: 'string', format: 'binary' };
  const [field, value] =
    config.files === 'one' ? ['file', file] : ['files', { type: 'array', minItems: 1, items: file }];
  return { ...schema, body: { type: 'object', required: [field], properties: { [field as string]: value } } };
}
