/** The template's buckets: made with the API of S3, on whatever answers as S3 does. */
package dev.warmpath.local.s3;
