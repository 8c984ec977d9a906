package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3OperationTest {
    @ParameterizedTest
    @CsvSource({
        "GET /, ListBuckets",
        "PUT /reports, CreateBucket",
        "PUT /reports/, CreateBucket",
        "HEAD /reports, HeadBucket",
        "DELETE /reports, DeleteBucket",
        "GET /reports, ListObjects",
        "GET /reports?list-type=2&prefix=a%2Fb, ListObjectsV2",
        "GET /reports?uploads, ListMultipartUploads",
        "POST /reports?delete, DeleteObjects",
        "PUT /reports?lifecycle, PUT lifecycle",
        "GET /reports?location=, GET location",
        "PUT /reports/2026/11/20.csv, PutObject",
        "GET /reports/2026/11/20.csv?versionId=7, GetObject",
        "HEAD /reports/a, HeadObject",
        "DELETE /reports/a, DeleteObject",
        "GET /reports/a?tagging, GET tagging",
        "POST /reports/a?uploads, CreateMultipartUpload",
        "PUT /reports/a?partNumber=1&uploadId=u, UploadPart",
        "POST /reports/a?uploadId=u, CompleteMultipartUpload",
        "DELETE /reports/a?uploadId=u, AbortMultipartUpload",
        "GET /reports/a?uploadId=u, ListParts",
        "PATCH /reports/a, PATCH"
    })
    void operationIsToldByMethodPathAndQuery(String request, String operation) {
        assertThat(nameOf(request + " HTTP/1.1")).isEqualTo(operation);
    }

    @Test
    void copyIsToldByItsHeader() {
        assertThat(nameOf("PUT /reports/b HTTP/1.1\r\nx-amz-copy-source: reports/a"))
                .isEqualTo("CopyObject");
    }

    private static String nameOf(String head) {
        return S3Operation.of(new Message(head, new byte[0])).name();
    }
}
