'use strict';

// Errors: one class per kind, made of the error reports that the core gives.

/** An error of oms-core. `code` is for programs, `kind` says what to do, `problems` lists every offender of an input. */
class OmsError extends Error {
  constructor(report, options) {
    super(report.message, options);
    this.code = report.code;
    this.kind = report.kind;
    this.problems = Object.freeze([...(report.problems ?? [])]);
  }

  get name() {
    return this.constructor.name;
  }

  toJSON() {
    const { code, kind, message, problems } = this;
    return problems.length > 0 ? { code, kind, message, problems } : { code, kind, message };
  }
}

/** The input is wrong: mend it. */
class InvalidError extends OmsError {}

/** What it names does not exist. */
class NotFoundError extends OmsError {}

/** The input is fine, the rules say no. */
class RefusedError extends OmsError {}

/** Somebody else was there first, or said something else under the same id. */
class ConflictError extends OmsError {}

/** The store failed: try again later, with the same command id. */
class StoreError extends OmsError {}

/** A defect of this library. */
class InternalError extends OmsError {}

/** What a store's `commit` throws when somebody else was there first: nothing was written, and the run starts again. */
class StoreConflictError extends ConflictError {
  constructor(conflict = {}, options) {
    const { documents = [], cells = [], commands = [] } = conflict;
    const counts = `${documents.length} documents, ${cells.length} cells, ${commands.length} commands`;
    const message = `the commit collided with another: ${counts}`;
    super({ code: 'store.conflict', kind: 'conflict', message }, options);
    this.conflict = { documents, cells, commands };
  }
}

const CLASSES = {
  invalid: InvalidError,
  not_found: NotFoundError,
  refused: RefusedError,
  conflict: ConflictError,
  store: StoreError,
  internal: InternalError,
};

/** The error of a report, such as a batch has for a command that was refused. */
function toError(report, options) {
  return new (CLASSES[report.kind] ?? OmsError)(report, options);
}

/** What the addon threw, as an error of its kind. */
function fromNative(thrown) {
  let report;
  try {
    report = JSON.parse(thrown.message);
  } catch {
    report = undefined;
  }
  if (report?.code === undefined || report.kind === undefined) {
    return new InternalError({ code: 'internal.addon', kind: 'internal', message: String(thrown) }, { cause: thrown });
  }
  return toError(report);
}

/** Runs work of the addon. */
function call(work) {
  try {
    return work();
  } catch (thrown) {
    throw fromNative(thrown);
  }
}

/** An error about the input, listing its problems. */
function invalid(problems) {
  const message = problems.map(({ path, message }) => `${path || '/'}: ${message}`).join('; ');
  return new InvalidError({ code: 'input.invalid', kind: 'invalid', message, problems });
}

module.exports = {
  OmsError,
  InvalidError,
  NotFoundError,
  RefusedError,
  ConflictError,
  StoreError,
  InternalError,
  StoreConflictError,
  toError,
  fromNative,
  call,
  invalid,
};
