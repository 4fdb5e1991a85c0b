package io.m17.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.flatfile.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Against a real S3 server, S3Proxy over a directory, on loopback, with signed requests.
class S3StoreTest {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final String ACCESS_KEY = "reader";
    private static final String SECRET_KEY = "only for this test";
    private static final String BUCKET = "flatfiles";

    @TempDir
    private Path directory;

    private S3Proxy server;
    private S3Client owner;

    @BeforeEach
    void startServer() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", directory.toString());
        server = S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        server.start();
        while (!server.getState().equals("STARTED")) {
            Thread.sleep(10);
        }
        owner = S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .credentialsProvider(credentials(SECRET_KEY))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        owner.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterEach
    void stopServer() throws Exception {
        owner.close();
        server.stop();
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private static AwsCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, secret));
    }

    private S3Store store(String secret) {
        return store(secret, Duration.ZERO);
    }

    private S3Store store(String secret, Duration listingAge) {
        BucketOptions options = BucketOptions.of(Optional.of(endpoint()), "us-east-1", BUCKET, "", true)
                .withFirstPause(Duration.ofMillis(1))
                .withListingAge(listingAge);
        return S3Store.open(options, credentials(secret), InstantSource.system());
    }

    private void put(String key, byte[] bytes) {
        owner.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void findsTheFilesOfADatasetAndPassesOverWhatTheLayoutDoesNotName() {
        put("us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz", bytes(100, 1));
        put("us_stocks_sip/trades_v1/2025/06/2025-06-03.csv.gz", bytes(200, 2));
        put("us_stocks_sip/trades_v1/2025/07/2025-06-04.csv.gz", bytes(200, 2));
        put("us_stocks_sip/trades_v1/2025/06/README", "x".getBytes(StandardCharsets.UTF_8));
        put("us_stocks_sip/quotes_v1/2025/06/2025-06-05.csv.gz", bytes(5, 3));
        try (S3Store store = store(SECRET_KEY)) {
            assertEquals(new TreeSet<>(List.of(DATE, DATE.plusDays(1))), store.dates(Dataset.STOCK_TRADES));
            SourceFile found = store.find(Dataset.STOCK_TRADES, DATE).orElseThrow();
            assertEquals(100, found.lengthBytes());
            assertEquals("s3://flatfiles/us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz", found.location());
            assertEquals(Optional.empty(), store.find(Dataset.OPTION_TRADES, DATE));
        }
    }

    @Test
    void streamsAFileAndNoticesWhenItIsReplaced() throws IOException {
        String key = "us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz";
        byte[] first = bytes(3_000_000, 4);
        put(key, first);
        try (S3Store store = store(SECRET_KEY)) {
            SourceFile before = store.find(Dataset.STOCK_TRADES, DATE).orElseThrow();
            try (InputStream stream = store.stored(before).open()) {
                assertArrayEquals(first, stream.readAllBytes());
            }
            put(key, bytes(3_000_000, 5));
            SourceFile after = store.find(Dataset.STOCK_TRADES, DATE).orElseThrow();
            assertNotEquals(before.etag(), after.etag());
            FlatFileException replaced = assertThrows(
                    FlatFileException.class, () -> store.stored(before).open());
            assertEquals(Fault.REPLACED, replaced.fault());
        }
    }

    @Test
    void saysWhatIsNotGivenToTheAccount() {
        put("us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz", bytes(100, 1));
        try (S3Store store = store("another key")) {
            FlatFileException refused =
                    assertThrows(FlatFileException.class, () -> store.find(Dataset.STOCK_TRADES, DATE));
            assertEquals(Fault.NOT_ENTITLED, refused.fault());
        }
    }

    @Test
    void listsAgainBeforeItsTimeWhenItIsToldTo() {
        String key = "us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz";
        put(key, bytes(100, 1));
        try (S3Store store = store(SECRET_KEY, Duration.ofDays(1))) {
            SourceFile before = store.find(Dataset.STOCK_TRADES, DATE).orElseThrow();
            put(key, bytes(100, 2));
            assertEquals(before, store.find(Dataset.STOCK_TRADES, DATE).orElseThrow());
            store.refresh();
            assertNotEquals(
                    before.etag(),
                    store.find(Dataset.STOCK_TRADES, DATE).orElseThrow().etag());
        }
    }

    @Test
    void saysThatAServerIsNotThere() throws Exception {
        try (S3Store store = store(SECRET_KEY)) {
            server.stop();
            FlatFileException gone =
                    assertThrows(FlatFileException.class, () -> store.find(Dataset.STOCK_TRADES, DATE));
            assertEquals(Fault.UNREADABLE, gone.fault());
        }
    }
}
