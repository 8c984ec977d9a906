/**
 * Runs Lambda functions in child JVMs under AWS's own runtime client.
 *
 * <p>To read in this order: {@link dev.warmpath.local.lambda.Functions} opens a run and has a {@code FunctionPool} for each
 * function, which admits callers and hands out environments. A {@code Launcher} makes further environments, on demand or by
 * SnapStart. An {@code ExecutionEnvironment} is a {@code ChildProcess} and its {@code Lifecycle}: the {@code State} that the
 * runtime client reports through the {@code RuntimeApi}, or that the death of the process ends. What a child is started with
 * is said by {@code CodeFolders}, {@code RuntimeFiles}, {@code JvmCommand} and {@code EnvironmentVariables}; what it runs is
 * {@code SupervisedRuntime}.
 */
package dev.warmpath.local.lambda;
