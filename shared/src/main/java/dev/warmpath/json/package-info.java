/**
 * JSON as plain maps and lists, and a reader of request bodies that names every fault.
 *
 * <p>Problem: binding JSON to classes by introspection costs a cold start over 100 ms, and binders stop at the first fault,
 * so that a caller repairs a body one error at a time. Here the streaming parser fills maps, records are made by hand, and
 * {@link dev.warmpath.json.JsonObject} collects all faults with their JSON pointers.
 *
 * <p>Use: {@code JsonObject body = JsonObject.read(bytes, 5); String email = body.required("email", EMAIL); body.verify();}
 *
 * <p>Needs: jackson-core.
 */
package dev.warmpath.json;
