package io.m17.s3;

import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.flatfile.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Opens one state of an object from any byte on. Thread-safe.
///
/// @param key of the object
/// @param file the state that is wanted
record ObjectReader(S3Client client, BucketOptions options, String key, SourceFile file)
        implements ResumingStream.Source {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    @Override
    public InputStream openAt(long position) throws IOException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(options.bucket()).key(key).ifMatch(file.etag());
        if (position > 0) {
            request.range("bytes=" + position + "-");
        }
        try {
            return client.getObject(request.build());
        } catch (S3Exception e) {
            throw refused(e);
        } catch (SdkClientException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// What an answer other than the bytes means; an `IOException` may be tried again.
    private IOException refused(S3Exception e) throws IOException {
        int status = e.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            return new IOException("the store answers " + status, e);
        }
        throw switch (status) {
            case FORBIDDEN ->
                failure(Fault.NOT_ENTITLED, "the store does not give the file to this account", "ask the vendor", e);
            case NOT_FOUND, PRECONDITION_FAILED ->
                failure(
                        Fault.REPLACED,
                        "the file was replaced or removed meanwhile",
                        "nothing: the new one is read",
                        e);
            default ->
                failure(Fault.UNREADABLE, "the store answers " + status, "check endpoint, bucket and credentials", e);
        };
    }

    private FlatFileException failure(Fault fault, String what, String action, SdkException cause) {
        return new FlatFileException(fault, file.location(), what, "", action, cause);
    }
}
