package dev.warmpath.local.frontdoor;

import java.util.List;
import java.util.Optional;

/**
 * Names a request to S3, whose operations are told apart by method, path and query.
 *
 * @param method of HTTP
 * @param path such as {@code /bucket/key}
 * @param query parameters as they came, such as {@code list-type=2}
 * @param copies whether it names an object to copy
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">Amazon S3
 *     operations</a>
 */
record S3Operation(String method, String path, List<String> query, boolean copies) {
    static S3Operation of(Message request) {
        String[] target = request.word(1).split("\\?", 2);
        List<String> query = target.length == 1 ? List.of() : List.of(target[1].split("&"));
        return new S3Operation(
                request.word(0),
                target[0],
                query,
                request.header("x-amz-copy-source").isPresent());
    }

    /**
     * Such as {@code PutObject}. What only sets or tells a setting is named by its method and the setting, such as
     * {@code PUT tagging}.
     */
    String name() {
        return setting().map(setting -> method + " " + setting).orElseGet(this::ofContent);
    }

    /** A parameter without a value, except for the two that belong to operations on content. */
    private Optional<String> setting() {
        return query.stream()
                .map(parameter -> parameter.endsWith("=") ? parameter.substring(0, parameter.length() - 1) : parameter)
                .filter(parameter -> !parameter.contains("="))
                .filter(parameter ->
                        !parameter.isEmpty() && !List.of("uploads", "delete").contains(parameter))
                .findFirst();
    }

    private String ofContent() {
        if (path.equals("/")) {
            return method.equals("GET") ? "ListBuckets" : method;
        }
        int afterBucket = path.indexOf('/', 1);
        boolean object = afterBucket > 0 && afterBucket < path.length() - 1;
        return object ? ofObject() : ofBucket();
    }

    private String ofObject() {
        if (has("uploadId") || has("uploads")) {
            return ofUpload();
        }
        return switch (method) {
            case "GET" -> "GetObject";
            case "HEAD" -> "HeadObject";
            case "PUT" -> copies ? "CopyObject" : "PutObject";
            case "DELETE" -> "DeleteObject";
            default -> method;
        };
    }

    private String ofUpload() {
        return switch (method) {
            case "PUT" -> copies ? "UploadPartCopy" : "UploadPart";
            case "POST" -> has("uploads") ? "CreateMultipartUpload" : "CompleteMultipartUpload";
            case "GET" -> "ListParts";
            case "DELETE" -> "AbortMultipartUpload";
            default -> method;
        };
    }

    private String ofBucket() {
        return switch (method) {
            case "PUT" -> "CreateBucket";
            case "HEAD" -> "HeadBucket";
            case "DELETE" -> "DeleteBucket";
            case "GET" -> has("list-type") ? "ListObjectsV2" : has("uploads") ? "ListMultipartUploads" : "ListObjects";
            case "POST" -> has("delete") ? "DeleteObjects" : method;
            default -> method;
        };
    }

    private boolean has(String name) {
        return query.stream().map(parameter -> parameter.split("=", 2)[0]).anyMatch(name::equals);
    }
}
