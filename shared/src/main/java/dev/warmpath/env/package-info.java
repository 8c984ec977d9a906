/**
 * Environment variables: typed, and checked at start.
 *
 * <p>Problem: a variable that is missing or mistyped in the template shows up as an obscure failure of the first request that
 * needs it. Here a function does not start, and one message names all faulty variables.
 *
 * <p>Use: {@code Settings settings = Env.read(env -> new Settings(env.required("USERS_TABLE")));}
 *
 * <p>Needs: nothing.
 */
package dev.warmpath.env;
