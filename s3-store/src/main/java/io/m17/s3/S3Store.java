package io.m17.s3;

import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.flatfile.SourceFile;
import io.m17.market.flatfile.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket in the vendor's layout, `<prefix>/us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz`. Packed files only.
///
/// A dataset is listed once in [BucketOptions#listingAge], page by page, and the listing answers for all
/// dates: length, time and ETag of each file stand in it. A bucket that refuses is not asked more often
/// either. Reading asks for exactly the ETag that was listed. Thread-safe.
public final class S3Store implements FlatFileStore {
    private static final String PACKED = ".csv.gz";
    private static final int FORBIDDEN = 403;

    /// What a dataset held when it was listed, or why it could not be.
    private record Listing(
            Instant at, NavigableMap<LocalDate, SourceFile> files, Optional<FlatFileException> failure) {}

    private final S3Client client;
    private final BucketOptions options;
    private final InstantSource clock;
    private final Map<Dataset, Listing> listings = new EnumMap<>(Dataset.class);

    private S3Store(S3Client client, BucketOptions options, InstantSource clock) {
        this.client = client;
        this.options = options;
        this.clock = clock;
    }

    /// Connects nothing yet; the first question does.
    public static S3Store open(BucketOptions options, AwsCredentialsProvider credentials, InstantSource clock) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(options.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(options.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        options.endpoint().ifPresent(builder::endpointOverride);
        return new S3Store(builder.build(), options, clock);
    }

    @Override
    public Optional<SourceFile> find(Dataset dataset, LocalDate date) {
        return Optional.ofNullable(files(dataset).get(date));
    }

    @Override
    public NavigableSet<LocalDate> dates(Dataset dataset) {
        return files(dataset).navigableKeySet();
    }

    @Override
    public StoredFile stored(SourceFile file) {
        ObjectReader reader = new ObjectReader(client, options, key(file.dataset(), file.date()), file);
        return new StoredFile() {
            @Override
            public String name() {
                return file.location();
            }

            @Override
            public InputStream open() throws IOException {
                return ResumingStream.open(reader, file.lengthBytes(), options.attempts(), options.firstPause());
            }
        };
    }

    private synchronized NavigableMap<LocalDate, SourceFile> files(Dataset dataset) {
        Instant now = clock.instant();
        Listing known = listings.get(dataset);
        if (known == null || !now.isBefore(known.at.plus(options.listingAge())) || now.isBefore(known.at)) {
            known = list(dataset, now);
            listings.put(dataset, known);
        }
        if (known.failure.isPresent()) {
            throw known.failure.get();
        }
        return known.files;
    }

    @Override
    public synchronized void refresh() {
        listings.clear();
    }

    private Listing list(Dataset dataset, Instant now) {
        try {
            return new Listing(now, list(dataset), Optional.empty());
        } catch (FlatFileException e) {
            return new Listing(now, new TreeMap<>(), Optional.of(e));
        }
    }

    private NavigableMap<LocalDate, SourceFile> list(Dataset dataset) {
        String folder = folder(dataset);
        NavigableMap<LocalDate, SourceFile> files = new TreeMap<>();
        try {
            ListObjectsV2Request request = ListObjectsV2Request.builder()
                    .bucket(options.bucket())
                    .prefix(folder)
                    .build();
            client.listObjectsV2Paginator(request).contents().forEach(object -> add(dataset, object, files));
            return files;
        } catch (S3Exception e) {
            Fault fault = e.statusCode() == FORBIDDEN ? Fault.NOT_ENTITLED : Fault.UNREADABLE;
            throw unlisted(fault, folder, e);
        } catch (SdkException e) {
            throw unlisted(Fault.UNREADABLE, folder, e);
        }
    }

    private void add(Dataset dataset, S3Object object, NavigableMap<LocalDate, SourceFile> files) {
        date(object.key())
                .filter(date -> key(dataset, date).equals(object.key()))
                .ifPresent(date -> files.put(
                        date,
                        new SourceFile(
                                location(object.key()),
                                dataset,
                                date,
                                object.size(),
                                epochNs(object.lastModified()),
                                object.eTag())));
    }

    private static Optional<LocalDate> date(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        if (!name.endsWith(PACKED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - PACKED.length())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long epochNs(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    private String folder(Dataset dataset) {
        return dataset.folder(Path.of(options.prefix())) + "/";
    }

    private String key(Dataset dataset, LocalDate date) {
        return dataset.folder(Path.of(options.prefix()), date) + "/" + date + PACKED;
    }

    private String location(String key) {
        return "s3://" + options.bucket() + "/" + key;
    }

    private FlatFileException unlisted(Fault fault, String folder, SdkException cause) {
        return new FlatFileException(
                fault,
                location(folder),
                "the bucket cannot be listed (" + cause.getMessage() + ")",
                "",
                "check endpoint, bucket and credentials",
                cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
