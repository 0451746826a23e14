package org.jdfwire.store.http;

import org.jdfwire.store.StoreProperties;
import org.jdfwire.store.feed.AtomFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where requests may block: on a bounded number of threads, never on those of the network. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
    private static final int MOST_QUEUED = 10_000;

    @Bean
    ThreadPoolTaskExecutor blockingExecutor(StoreProperties properties) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("store-http-");
        executor.setCorePoolSize(properties.httpThreads());
        executor.setMaxPoolSize(properties.httpThreads());
        executor.setQueueCapacity(MOST_QUEUED);
        executor.setAllowCoreThreadTimeOut(true);
        return executor;
    }

    @Bean
    Scheduler blockingScheduler(ThreadPoolTaskExecutor blockingExecutor) {
        return Schedulers.fromExecutor(blockingExecutor);
    }

    @Bean
    WebFluxConfigurer blockingExecution(AsyncTaskExecutor blockingExecutor) {
        return new WebFluxConfigurer() {
            @Override
            public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
                configurer.setExecutor(blockingExecutor);
            }
        };
    }

    @Bean
    AtomFeed atomFeed(StoreProperties properties) {
        return new AtomFeed(properties.publicUrl(), properties.tagAuthority());
    }
}
