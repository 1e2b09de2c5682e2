/** Errors with the codes and shape that Office.js gives. */

export class HostError extends Error {
  readonly code: string;
  readonly debugInfo: { readonly code: string; readonly message: string; readonly errorLocation: string };

  constructor(code: string, message: string, errorLocation = "") {
    super(message);
    this.name = "RichApi.Error";
    this.code = code;
    this.debugInfo = { code, message, errorLocation };
  }
}

export function notFound(what: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}`);
}

export function invalidArgument(message: string): HostError {
  return new HostError("InvalidArgument", message);
}

/** A part of Office.js that the workbench does not offer: the defect is in our code, so it is named exactly. */
export function notOffered(path: string): HostError {
  return new HostError("ApiNotFound", `${path} chưa có trong bàn làm việc (not available in the workbench).`);
}

/** What promises, inspectors and serialisers ask every object for. */
const ALWAYS_ASKED = new Set<PropertyKey>([
  "then",
  "toJSON",
  "nodeType",
  "constructor",
  "$$typeof",
  "asymmetricMatch",
]);

/** Reading or setting anything that `target` does not have throws `notOffered`. */
export function guarded<T extends object>(target: T, path: string): T {
  return new Proxy(target, {
    get(object, property, receiver) {
      if (property in object || typeof property === "symbol" || ALWAYS_ASKED.has(property)) {
        return Reflect.get(object, property, receiver) as unknown;
      }
      throw notOffered(`${path}.${property}`);
    },
    set(object, property, value, receiver) {
      if (!(property in object)) throw notOffered(`${path}.${String(property)}`);
      return Reflect.set(object, property, value, receiver);
    },
  });
}
