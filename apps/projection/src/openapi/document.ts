import { openApiOf, problemSchemaWith, writtenSchema, type OpenApiDocument } from '@palabre/contracts';
import { dismissBody, rebuildBody } from '../operating/operator.controller.js';
import { operations } from './operations.js';

let built: OpenApiDocument | null = null;

/** The OpenAPI 3.1 description of the reading side, from the tables of lists that its routes use. */
export const readApiDocument = (): OpenApiDocument =>
  (built ??= openApiOf(
    { title: 'Palabre reads', description: 'What partnerships tell, to whom may read it. Nothing is decided here.' },
    operations,
    {
      Dismissal: writtenSchema(dismissBody),
      Rebuild: writtenSchema(rebuildBody),
      Problem: problemSchemaWith(),
    },
  ));
