# One image recipe for the three services: docker build --build-arg SERVICE=store-service .
FROM maven:3.9.9-eclipse-temurin-17 AS build
ARG SERVICE
WORKDIR /src
COPY . .
RUN mvn -B -q -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl ${SERVICE} -am package \
 && java -Djarmode=tools -jar ${SERVICE}/target/*-exec.jar extract --layers --launcher --destination /app

FROM eclipse-temurin:17.0.15_6-jre
RUN useradd --system --no-create-home jdfwire && mkdir /inbox && chown jdfwire /inbox
USER jdfwire
WORKDIR /app
# Layers in the order in which they change: libraries seldom, our own classes often.
COPY --from=build /app/dependencies/ ./
COPY --from=build /app/spring-boot-loader/ ./
COPY --from=build /app/snapshot-dependencies/ ./
COPY --from=build /app/application/ ./
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "org.springframework.boot.loader.launch.JarLauncher"]
