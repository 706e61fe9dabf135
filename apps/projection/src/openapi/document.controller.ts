import type { OpenApiDocument } from '@palabre/contracts';
import { Controller, Get } from '@nestjs/common';
import { readApiDocument } from './document.js';

/** Open to everybody: how to ask, nothing of what is answered. */
@Controller('v1')
export class DocumentController {
  @Get('openapi.json')
  document(): OpenApiDocument {
    return readApiDocument();
  }
}
