/**
 * Runs an engine that stands in for an AWS service in a JVM of its own, since its libraries would clash with those of
 * others.
 *
 * <p>A module per engine holds its libraries, a main class that ends with {@link dev.warmpath.engine.ChildSide#serve}, and a
 * class that starts it by an {@link dev.warmpath.engine.EngineCommand}; {@link dev.warmpath.engine.EngineProcess} is the
 * running child. {@link dev.warmpath.engine.ChildOutput} serves for children of other kinds too.
 */
package dev.warmpath.engine;
