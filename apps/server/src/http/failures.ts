import { CodedError } from '@jianzhen/evidence';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { errors } from '../errors.ts';
import type { ErrorBody } from './schemas.ts';

const JSON_OR_FORM = 'application/json';

/** Every failure leaves as `{error: {code, message: {zh, en}}}`, whoever threw it. */
export function handleFailures(app: FastifyInstance): void {
  app.setErrorHandler((thrown: FastifyError, request, reply) => {
    const error = translate(thrown, request);
    if (error.status >= 500) request.log.error({ err: error.cause ?? error }, error.message);
    if (error.status === 503) reply.header('retry-after', '5');
    const body: ErrorBody = { error: { ...error.toJSON(), requestId: request.id } };
    if (thrown.validation) {
      body.error.details = thrown.validation.map(({ instancePath, message }) => ({
        path: `${thrown.validationContext ?? ''}${instancePath}`,
        message: message ?? '',
      }));
    }
    return reply.status(error.status).type('application/json; charset=utf-8').send(body);
  });
}

function translate(thrown: FastifyError, request: FastifyRequest): CodedError {
  if (thrown instanceof CodedError) return forSender(thrown, request);
  if (thrown.validation) return errors('request.invalid', { detail: thrown.message }, { cause: thrown });
  switch (thrown.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return unsupported(request, JSON_OR_FORM);
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return unsupported(request, 'multipart/form-data');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return errors('request.too-large', {}, { cause: thrown });
  }
  if (thrown.statusCode && thrown.statusCode >= 400 && thrown.statusCode < 500) {
    return errors('request.invalid', { detail: thrown.message }, { cause: thrown });
  }
  return internal(thrown, request);
}

function unsupported(request: FastifyRequest, expected: string): CodedError {
  return errors('request.unsupported-type', { type: request.headers['content-type'] ?? '', expected });
}

/** A coded error as the client may hear it. */
export function forSender(error: CodedError, request: FastifyRequest): CodedError {
  return error.code === 'internal.unexpected' ? internal(error, request) : error;
}

/** The cause goes to the log, not to the client. */
function internal(thrown: unknown, request: FastifyRequest): CodedError {
  return errors('server.internal', { request: request.id }, { cause: thrown });
}
