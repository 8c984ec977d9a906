/**
 * HTTP for Lambda: an API Gateway HTTP API event in, a response out.
 *
 * <p>Problem: the events library and bean binding cost over 100 ms of a cold start, and without one place that turns exceptions
 * into answers, each function answers errors in its own way or leaks an exception's text.
 *
 * <p>Use: implement {@link dev.warmpath.http.HttpFunction}, wrap it in {@link dev.warmpath.http.HttpHandler}, and throw
 * {@link dev.warmpath.http.ProblemException} for every answer that is an error.
 *
 * <p>Needs: {@link dev.warmpath.deadline}, {@link dev.warmpath.json}, aws-lambda-java-core, slf4j-api.
 */
package dev.warmpath.http;
